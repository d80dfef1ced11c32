package hub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import hub.platform.forms.TypedFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was typed comes back when a form could not be taken, whichever field it stood in. */
class GivenBackTests {
    private static final Pattern FIELD = Pattern.compile(":: (?:area|text)\\('([A-Za-z]+)'");

    @Test
    void everyFieldInWhichPeopleWriteIsKnownToBeOne() throws IOException {
        Set<String> fields = new TreeSet<>();
        for (String module : List.of("platform", "forum-service", "resources-service")) {
            try (Stream<Path> templates = Files.walk(Path.of("..", module, "src/main/resources/templates"))) {
                for (Path file : templates
                        .filter(path -> path.toString().endsWith(".html"))
                        .filter(path -> !path.toString().contains("styleguide"))
                        .toList()) {
                    FIELD.matcher(Files.readString(file))
                            .results()
                            .map(field -> field.group(1))
                            .forEach(fields::add);
                }
            }
        }
        Set<String> typed = typedFields();
        // Of a search nothing is lost.
        fields.remove("q");
        assertThat(fields)
                .contains("text", "whatToExpect", "household")
                .allSatisfy(field -> assertThat(field)
                        .as("a field that an error page would not give back")
                        .isIn(typed));
    }

    private static Set<String> typedFields() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("hub").stream()
                        .filter(JavaClass::isRecord)
                        .flatMap(form -> TypedFields.in(form.reflect()).keySet().stream())
                        .collect(Collectors.toSet());
    }
}
