package hub.platform.signin;

import hub.platform.forms.KeptForm;
import hub.platform.forms.TypedFields;
import hub.platform.pages.Pages;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A form that was sent and not taken, for a page that sends it again.
 *
 * @param shown what a person wrote, to be looked at and mended
 * @param hidden what comes along unseen
 */
public record SentForm(String path, List<Field> shown, List<Field> hidden) {

    public static SentForm of(KeptForm form, TypedFields typed) {
        Map<Boolean, List<Field>> fields = form.fields().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> new Field(entry.getKey(), value)))
                .collect(Collectors.partitioningBy(field -> typed.isLong(field.name())));
        return new SentForm(
                Pages.insideOr(form.path(), "/"),
                fields.getOrDefault(true, List.of()),
                fields.getOrDefault(false, List.of()));
    }

    /** A name that came twice is there twice. */
    public record Field(String name, String value) {}
}
