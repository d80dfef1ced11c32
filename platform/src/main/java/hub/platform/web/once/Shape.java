package hub.platform.web.once;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a value is apart from its texts: which of them it has, and everything in it that is no text. A record or map is taken apart; a {@link Part}
 * stands for what it comes to; whatever else there is belongs to the shape as it is.
 *
 * @param traits equal for values of the same shape
 * @param blanks what the shape leaves open, in order: texts and parts. {@link #model} comes upon them in the same order
 */
record Shape(List<@Nullable Object> traits, List<Object> blanks) {

    private static final Object TEXT = "text";
    private static final Object PART = "part";

    private static final ClassValue<Component[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected Component[] computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Component::of).toArray(Component[]::new);
        }
    };

    static Shape of(@Nullable Object value) {
        Shape shape = new Shape(new ArrayList<>(40), new ArrayList<>(30));
        shape.add(value);
        return shape;
    }

    private void add(@Nullable Object value) {
        switch (value) {
            case String text when !text.isEmpty() -> leaveOpen(TEXT, text);
            case Part part when part.isEmpty() -> traits.add(null);
            case Part part -> leaveOpen(PART, part);
            case Record whole -> {
                traits.add(whole.getClass());
                for (Component component : COMPONENTS.get(whole.getClass())) {
                    add(component.in(whole));
                }
            }
            case Map<?, ?> map -> {
                traits.add(map.size());
                map.forEach((name, part) -> {
                    traits.add(name);
                    add(part);
                });
            }
            case null, default -> traits.add(value);
        }
    }

    private void leaveOpen(Object kind, Object put) {
        traits.add(kind);
        blanks.add(put);
    }

    /**
     * The value for a template, with something else wherever the shape leaves something open.
     *
     * @param text in the place of a text
     * @param part in the place of a part
     */
    static @Nullable Object model(@Nullable Object value, UnaryOperator<String> text, Function<Part, String> part) {
        return switch (value) {
            case String written -> written.isEmpty() ? written : text.apply(written);
            case Part other -> other.isEmpty() ? null : part.apply(other);
            case Record whole -> {
                Map<String, @Nullable Object> parts = new LinkedHashMap<>();
                for (Component component : COMPONENTS.get(whole.getClass())) {
                    parts.put(component.name(), model(component.in(whole), text, part));
                }
                yield parts;
            }
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> parts = new LinkedHashMap<>();
                map.forEach((name, inside) -> parts.put(name.toString(), model(inside, text, part)));
                yield parts;
            }
            case null, default -> value;
        };
    }

    /** A component of a record, by its name and what reads it. */
    private record Component(String name, MethodHandle reader) {
        static Component of(RecordComponent component) {
            try {
                component.getAccessor().setAccessible(true);
                return new Component(
                        component.getName(),
                        MethodHandles.lookup()
                                .unreflect(component.getAccessor())
                                .asType(MethodType.methodType(Object.class, Object.class)));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(component.toString(), e);
            }
        }

        @Nullable
        Object in(Record whole) {
            try {
                return reader.invokeExact((Object) whole);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(name, e);
            }
        }
    }
}
