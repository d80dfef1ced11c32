package hub.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The words of the pages and the pages fit each other. */
class WordsTests {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z.-]+)[}(]");

    @Test
    void everyMessageThatATemplateNamesIsThereAndInItsOwnBundle() throws IOException {
        Set<String> defined = new TreeSet<>();
        for (Path bundle : files(RESOURCES.resolve("messages"), ".properties")) {
            String feature = bundle.getFileName().toString().replace(".properties", "");
            for (String key : keys(bundle)) {
                assertThat(key).startsWith(feature + ".");
                defined.add(key);
            }
        }
        for (Path template : files(RESOURCES.resolve("templates"), ".html")) {
            Matcher key = KEY.matcher(Files.readString(template));
            while (key.find()) {
                if (!key.group(1).startsWith("parts.")) {
                    assertThat(defined).as(template.toString()).contains(key.group(1));
                }
            }
        }
    }

    private static Set<String> keys(Path bundle) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(bundle)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            return new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(ending)).toList());
        }
    }
}
