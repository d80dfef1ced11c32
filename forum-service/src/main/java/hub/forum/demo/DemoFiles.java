package hub.forum.demo;

import hub.platform.content.Content;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands in {@code content/demo}, as it is written there. */
@Component
class DemoFiles {
    private static final Pattern AGO = Pattern.compile("(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?");

    private final Content content;

    DemoFiles(Content content) {
        this.content = content;
    }

    List<Entry> people() {
        return entries(content.folder("demo/people.yml"));
    }

    List<Entry> groups() {
        return entries(content.folder("demo/groups.yml"));
    }

    /** Threads by the id of their group, each with the name of its file. */
    List<ThreadFile> threads() {
        List<ThreadFile> threads = new ArrayList<>();
        for (Path file : content.files("demo/threads", ".yml")) {
            String group = file.getName(file.getNameCount() - 2).toString();
            threads.add(new ThreadFile(group, file.getFileName().toString(), new Entry(content.yaml(file))));
        }
        return threads;
    }

    private List<Entry> entries(Path file) {
        return content.yaml(file) instanceof List<?> list
                ? list.stream().map(Entry::new).toList()
                : List.of();
    }

    static Duration ago(String text) {
        Matcher parts = AGO.matcher(text.strip());
        if (text.isBlank() || !parts.matches()) {
            throw new IllegalArgumentException("not a time such as 2d14h30m: " + text);
        }
        return Duration.ofDays(number(parts.group(1)))
                .plusHours(number(parts.group(2)))
                .plusMinutes(number(parts.group(3)));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    record ThreadFile(String group, String name, Entry thread) {}

    /** A mapping of names to values. */
    record Entry(Map<?, ?> values) {
        Entry(@Nullable Object value) {
            this(value instanceof Map<?, ?> map ? map : Map.of());
        }

        String text(String name) {
            Object value = values.get(name);
            return value == null ? "" : value.toString().strip();
        }

        boolean flag(String name) {
            return Boolean.TRUE.equals(values.get(name));
        }

        int number(String name) {
            return values.get(name) instanceof Number number ? number.intValue() : 0;
        }

        Entry entry(String name) {
            return new Entry(values.get(name));
        }

        List<Entry> entries(String name) {
            return values.get(name) instanceof List<?> list
                    ? list.stream().map(Entry::new).toList()
                    : List.of();
        }

        List<String> texts(String name) {
            return values.get(name) instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
        }
    }
}
