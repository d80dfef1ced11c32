package hub.platform.forms;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * The fields of all forms in which people write: those with {@link Text} or {@link Typed}, dates and times, in the records that controllers take. When a form cannot be
 * taken, because its session ended or MongoDB is away, what was written is given back and the rest of the form is not.
 */
@Component
public class TypedFields {
    /** In characters: a field that takes more is shown by itself. */
    private static final int LONG = 100;

    private final ObjectProvider<RequestMappingHandlerMapping> controllers;
    private volatile @Nullable Map<String, Boolean> longByName;

    TypedFields(ObjectProvider<RequestMappingHandlerMapping> controllers) {
        this.controllers = controllers;
    }

    /** What a person wrote in a form: each long text by itself, then the lines together. */
    public List<String> writtenIn(MultiValueMap<String, String> form) {
        Map<String, Boolean> known = longByName();
        String lines = filledIn(form, known, false).collect(Collectors.joining("\n"));
        return Stream.concat(filledIn(form, known, true), Stream.of(lines).filter(some -> !some.isEmpty()))
                .toList();
    }

    /** Whether people write long texts in a field of this name. */
    public boolean isLong(String name) {
        return longByName().getOrDefault(name, false);
    }

    private static Stream<String> filledIn(
            MultiValueMap<String, String> form, Map<String, Boolean> known, boolean whichAreLong) {
        return form.entrySet().stream()
                .filter(field -> Boolean.valueOf(whichAreLong).equals(known.get(field.getKey())))
                .flatMap(field -> field.getValue().stream())
                .filter(text -> !text.isBlank());
    }

    /** Found when they are first needed: controllers are made after this. */
    private Map<String, Boolean> longByName() {
        Map<String, Boolean> known = longByName;
        if (known == null) {
            known = controllers.stream()
                    .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                    .map(HandlerMethod::getMethodParameters)
                    .flatMap(Arrays::stream)
                    .filter(parameter -> parameter.getParameterType() == Form.class)
                    .map(TypedFields::recordOf)
                    .distinct()
                    .flatMap(form -> in(form).entrySet().stream())
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Boolean::logicalOr));
            longByName = known;
        }
        return known;
    }

    private static Class<?> recordOf(MethodParameter parameter) {
        return ResolvableType.forMethodParameter(parameter).getGeneric(0).resolve(Object.class);
    }

    /** The fields of one form in which people write, and whether what they write there is long. */
    public static Map<String, Boolean> in(Class<?> form) {
        Map<String, Boolean> fields = new TreeMap<>();
        RecordComponent[] components = form.getRecordComponents();
        for (RecordComponent component : components == null ? new RecordComponent[0] : components) {
            Text text = component.getAnnotation(Text.class);
            Typed typed = component.getAnnotation(Typed.class);
            if (text != null) {
                fields.put(component.getName(), text.most() >= LONG);
            } else if (typed != null || TypedAnswer.class.isAssignableFrom(component.getType())) {
                fields.put(component.getName(), typed != null && typed.isLong());
            }
        }
        return fields;
    }
}
