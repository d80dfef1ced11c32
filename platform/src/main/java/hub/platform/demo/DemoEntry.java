package hub.platform.demo;

import hub.platform.text.Slug;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
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

    /** @throws NoSuchElementException if it says none of them */
    public <E extends Enum<E> & Slug> E chosen(String name, Class<E> kind) {
        return Slug.find(kind, text(name)).orElseThrow(() -> new NoSuchElementException(name + ": " + text(name)));
    }

    /** @throws NoSuchElementException if one of them is none */
    public <E extends Enum<E> & Slug> List<E> allChosen(String name, Class<E> kind) {
        return texts(name).stream()
                .map(text -> Slug.find(kind, text).orElseThrow(() -> new NoSuchElementException(name + ": " + text)))
                .toList();
    }

    static List<DemoEntry> listOf(@Nullable Object value) {
        return value instanceof List<?> list ? list.stream().map(DemoEntry::new).toList() : List.of();
    }
}
