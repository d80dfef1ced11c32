package hub.platform.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** The lists of words that come with the guard, in {@code resources/guard}; lines that begin with # say where they are from. */
final class WordList {
    private WordList() {}

    /** All words of a list. */
    static Set<String> words(String name) {
        return lines(name).flatMap(line -> Arrays.stream(line.split(" "))).collect(Collectors.toUnmodifiableSet());
    }

    /** All lines of a list, for names of several words. */
    static Set<String> phrases(String name) {
        return lines(name).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> lines(String name) {
        try (InputStream in = new ClassPathResource("guard/" + name).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
