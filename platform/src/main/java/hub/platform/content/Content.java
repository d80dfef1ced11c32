package hub.platform.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** The folder {@code content/}: what people write for the hub without Java. Reads files, so it is asked at start, never in a request. */
@Component
public class Content {
    private final Path root;

    public Content(@Value("${hearth.content}") Path root) {
        this.root = root;
    }

    public Path folder(String name) {
        return root.resolve(name);
    }

    /** The files of a folder and the folders below it that end so, by name; none if there is no such folder. */
    public List<Path> files(String folder, String ending) {
        Path start = root.resolve(folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws ContentMistake naming file and line if it is not YAML */
    public Object yaml(Path file) {
        return parse(file, read(file), 0);
    }

    /** @throws ContentMistake naming file and line if the front matter is missing or is not YAML */
    @SuppressWarnings("unchecked")
    public Page page(Path file) {
        String text = read(file).replace("\r\n", "\n");
        int end = text.indexOf("\n---\n", 3);
        if (!text.startsWith("---\n") || end < 0) {
            throw new ContentMistake(
                    relative(file), 1, "the file must begin with front matter between two lines of ---");
        }
        Object front = parse(file, text.substring(4, end + 1), 1);
        if (!(front instanceof Map<?, ?> map)) {
            throw new ContentMistake(relative(file), 2, "the front matter must be a list of names and values");
        }
        String slug = file.getFileName().toString().replaceFirst("\\.md$", "");
        return new Page(relative(file), slug, (Map<String, Object>) map, text.substring(end + 5));
    }

    private Object parse(Path file, String text, int linesBefore) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
            throw new ContentMistake(relative(file), line + 1 + linesBefore, String.valueOf(e.getProblem()));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String relative(Path file) {
        return root.getParent() == null
                ? file.toString()
                : root.getParent().relativize(file).toString();
    }

    /**
     * A Markdown file.
     *
     * @param file as a person would name it: {@code content/library/sleep.md}
     */
    public record Page(String file, String slug, Map<String, Object> front, String body) {

        /** @throws ContentMistake if it is missing or empty */
        public String required(String name) {
            Object value = front.get(name);
            if (value == null || value.toString().isBlank()) {
                throw new ContentMistake(file, 1, "\"" + name + "\" is missing");
            }
            return value.toString().strip();
        }

        /** YAML reads 2026-09-14 as a moment in UTC; it means the day. */
        public Optional<LocalDate> date(String name) {
            return front.get(name) instanceof Date moment
                    ? Optional.of(LocalDate.ofInstant(moment.toInstant(), ZoneOffset.UTC))
                    : Optional.empty();
        }

        public String optional(String name, String otherwise) {
            Object value = front.get(name);
            return value == null ? otherwise : value.toString().strip();
        }
    }

    /** What is wrong with a file, and where. */
    public static final class ContentMistake extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public ContentMistake(String file, int line, String what) {
            super(file + ", line " + line + ": " + what);
        }
    }
}
