package hub.platform.text;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a record holds, by the names of its components. */
public final class Components {
    private Components() {}

    /** In their order; empty for what is no record. */
    public static Map<String, @Nullable Object> of(Object holder) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (RecordComponent component : all(holder)) {
            values.put(component.getName(), value(component, holder));
        }
        return values;
    }

    public static List<RecordComponent> all(Object holder) {
        return holder.getClass().isRecord() ? List.of(holder.getClass().getRecordComponents()) : List.of();
    }

    public static @Nullable Object value(RecordComponent component, Object holder) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(holder);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }
}
