package hub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The hub is no service on GOV.UK: nothing that is shipped has its crown or crest, its typeface, its header or its black bar. */
class ShippedTests {
    private static final List<String> MODULES =
            List.of("platform", "forum-service", "resources-service", "sign-in", "launcher");
    private static final Pattern GOVERNMENT = Pattern.compile(
            "\\bcrown|\\bcrest\\b|gds[ -]?transport|nta, ?arial|govuk-(?:header|footer|logotype|logo)\\b|#0b0c0c|\\bgov\\.uk/assets",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern READ = Pattern.compile(".*\\.(?:css|svg|html|js|properties|yml|md|txt)");
    private static final Pattern FORBIDDEN_NAME = Pattern.compile(
            ".*(?:\\.woff2?|\\.ttf|\\.otf|\\.eot|crown|crest|govuk-logo|opengraph).*", Pattern.CASE_INSENSITIVE);

    @Test
    void nothingThatIsShippedLooksLikeGovernment() throws IOException {
        List<String> found = new ArrayList<>();
        int read = 0;
        for (Path file : shipped()) {
            if (FORBIDDEN_NAME.matcher(file.getFileName().toString()).matches()) {
                found.add(file.toString());
            }
            if (READ.matcher(file.getFileName().toString()).matches()) {
                read++;
                Matcher government = GOVERNMENT.matcher(Files.readString(file, StandardCharsets.UTF_8));
                while (government.find()) {
                    found.add(file + ": " + government.group());
                }
            }
        }
        assertThat(found).isEmpty();
        assertThat(read).as("files read").isGreaterThan(100);
    }

    @Test
    void theStyleSheetIsAmongThem() throws IOException {
        assertThat(shipped()).anyMatch(file -> file.getFileName().toString().matches("hearth\\.[0-9a-f]{10}\\.css"));
    }

    private static List<Path> shipped() throws IOException {
        List<Path> roots = new ArrayList<>(List.of(Path.of("..", "content")));
        MODULES.forEach(module -> roots.add(Path.of("..", module, "target", "classes")));
        List<Path> all = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(Files::isRegularFile)
                        .filter(file -> !file.toString().endsWith(".class"))
                        .forEach(all::add);
            }
        }
        return all;
    }
}
