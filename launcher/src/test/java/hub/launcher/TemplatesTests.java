package hub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What holds for all templates. */
class TemplatesTests {
    private static final Pattern ELEMENT = Pattern.compile("<[a-zA-Z:]+(?:\\s+[\\w:.-]+(?:=\"[^\"]*\")?)*\\s*/?>");

    /** Thymeleaf replaces an element before it asks its condition; so the condition stands on an element around it. */
    @Test
    void noElementHasAConditionBesideWhatReplacesIt() throws IOException {
        TreeSet<String> wrong = new TreeSet<>();
        for (Path template : MessagesTests.files("templates", ".html")) {
            Matcher element = ELEMENT.matcher(Files.readString(template));
            while (element.find()) {
                if (hasOne(element.group(), List.of("th:if=", "th:unless="))
                        && hasOne(element.group(), List.of("th:replace=", "th:insert="))) {
                    wrong.add(template.getFileName() + ": " + element.group());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean hasOne(String element, List<String> attributes) {
        return attributes.stream().anyMatch(attribute -> element.contains(" " + attribute));
    }
}
