package hub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.forms.KeptForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

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
        // Of a search nothing is lost.
        fields.remove("q");
        assertThat(fields)
                .contains("text", "whatToExpect", "household")
                .allSatisfy(field -> assertThat(field)
                        .as("a field that an error page would not give back")
                        .isIn(Stream.concat(KeptForm.TYPED.stream(), KeptForm.LINES.stream())
                                .toList()));
    }

    @Test
    void linesComeTogetherAndNothingThatBelongsToTheForm() {
        LinkedMultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("venue", "Hill Hub");
        form.add("text", "A long text");
        form.add("whatToExpect", "Tea first");
        form.add("book", " ");
        form.add("_csrf", "token");
        form.add("writer", "amina");
        assertThat(KeptForm.typed(form)).containsExactly("A long text", "Hill Hub\nTea first");
    }
}
