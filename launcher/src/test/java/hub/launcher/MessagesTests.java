package hub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words on the pages are in the bundles: each that a template asks for is there, under its own feature's name. */
class MessagesTests {
    private static final List<String> MODULES = List.of("platform", "forum-service", "resources-service");
    private static final Pattern ASKED = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)[(}]");

    @Test
    void eachWordThatATemplateAsksForIsThere() throws IOException {
        Map<String, String> words = words();
        TreeSet<String> missing = new TreeSet<>();
        for (Path template : files("templates", ".html")) {
            Matcher asked = ASKED.matcher(Files.readString(template));
            while (asked.find()) {
                if (!words.containsKey(asked.group(1))) {
                    missing.add(template.getFileName() + ": " + asked.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** Of two lines with the same key the second silently takes the place of the first. */
    @Test
    void noWordIsSaidTwice() throws IOException {
        for (Path bundle : files("messages", ".properties")) {
            assertThat(Files.readAllLines(bundle).stream()
                            .filter(line -> line.contains("=") && !line.startsWith("#"))
                            .map(line -> line.substring(0, line.indexOf('='))))
                    .as(bundle.toString())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void eachBundleKeepsToItsOwnName() throws IOException {
        for (Path bundle : files("messages", ".properties")) {
            String feature = bundle.getFileName().toString().replace(".properties", "");
            assertThat(load(bundle).stringPropertyNames())
                    .as(bundle.toString())
                    .isNotEmpty()
                    .allMatch(key -> key.startsWith(feature + "."));
        }
    }

    private static Map<String, String> words() throws IOException {
        Map<String, String> words = new HashMap<>();
        for (Path bundle : files("messages", ".properties")) {
            load(bundle).forEach((key, value) -> words.put(key.toString(), value.toString()));
        }
        return words;
    }

    private static Properties load(Path bundle) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle)) {
            properties.load(reader);
        }
        return properties;
    }

    static List<Path> files(String folder, String ending) throws IOException {
        List<Path> found = new java.util.ArrayList<>();
        for (String module : MODULES) {
            Path root = Path.of("..", module, "src", "main", "resources", folder);
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(ending)).forEach(found::add);
            }
        }
        return found;
    }
}
