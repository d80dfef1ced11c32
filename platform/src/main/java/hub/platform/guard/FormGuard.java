package hub.platform.guard;

import hub.platform.text.Components;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at the {@link Careful} texts of a form. */
@Component
public class FormGuard {
    private final Guard guard = new Guard(word -> false);

    /** Whether a form has texts to look at. Looking takes its time, more than a thread of requests may spend. */
    public boolean isFor(Object form) {
        return !texts(form).isEmpty();
    }

    /** Null if there is nothing to warn of, or the writer was warned of these very texts and said why they stay. */
    public @Nullable Advice advice(Object form, GuardAnswer answer) {
        Map<String, String> texts = texts(form);
        Map<String, Advice.Notice> notices = new LinkedHashMap<>();
        texts.forEach((field, text) -> {
            List<Finding> found = guard.look(text);
            if (!found.isEmpty()) {
                notices.put(field, Advice.notice(text, found));
            }
        });
        String seen = digest(texts);
        return notices.isEmpty() || answer.isAnswered(seen)
                ? null
                : new Advice(
                        seen,
                        Map.copyOf(notices),
                        answer.guardWhy(),
                        !texts(form, true).isEmpty());
    }

    /** What was warned of and is posted all the same: the kinds, each once; empty if there was no warning, or nothing is kept of it. */
    public List<String> postedAnyway(Object form, GuardAnswer answer) {
        if (!answer.isAnswered(digest(texts(form)))) {
            return List.of();
        }
        return texts(form, true).values().stream()
                .flatMap(text -> guard.look(text).stream())
                .map(finding -> finding.kind().slug())
                .distinct()
                .toList();
    }

    /** The form with general words in all that was found, if the writer chose them for these very texts; else the same. */
    public Object general(Object form, GuardAnswer answer) {
        Map<String, String> texts = texts(form);
        if (!answer.wantsGeneral(digest(texts))) {
            return form;
        }
        Object general = form;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            general = with(general, text.getKey(), GeneralWords.of(text.getValue(), guard.look(text.getValue())));
        }
        return general;
    }

    private static Map<String, String> texts(Object form) {
        return texts(form, false);
    }

    private static Map<String, String> texts(Object form, boolean keptAlone) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (RecordComponent component : Components.all(form)) {
            Careful careful = component.getAnnotation(Careful.class);
            if (careful != null
                    && (careful.kept() || !keptAlone)
                    && Components.value(component, form) instanceof String text) {
                texts.put(component.getName(), text);
            }
        }
        return texts;
    }

    private static Object with(Object form, String field, String text) {
        List<Class<?>> types = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent component : Components.all(form)) {
            types.add(component.getType());
            values.add(component.getName().equals(field) ? text : Components.value(component, form));
        }
        try {
            var constructor = form.getClass().getDeclaredConstructor(types.toArray(new Class<?>[0]));
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make another " + form.getClass(), e);
        }
    }

    private static String digest(Map<String, String> texts) {
        try {
            byte[] all = String.join("\u0000", texts.values()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 comes with every Java", e);
        }
    }
}
