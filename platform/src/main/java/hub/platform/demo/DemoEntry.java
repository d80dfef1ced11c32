package hub.platform.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mapping of names to values, as a YAML file of the demo has it. What is not there is empty, zero or false. */
public record DemoEntry(Map<?, ?> values) {
    public DemoEntry(@Nullable Object value) {
        this(value instanceof Map<?, ?> map ? map : Map.of());
    }

    public String text(String name) {
        Object value = values.get(name);
        return value == null ? "" : value.toString().strip();
    }

    public boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    public int number(String name) {
        return values.get(name) instanceof Number number ? number.intValue() : 0;
    }

    public DemoEntry entry(String name) {
        return new DemoEntry(values.get(name));
    }

    public List<DemoEntry> entries(String name) {
        return listOf(values.get(name));
    }

    public List<String> texts(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    static List<DemoEntry> listOf(@Nullable Object value) {
        return value instanceof List<?> list ? list.stream().map(DemoEntry::new).toList() : List.of();
    }
}
