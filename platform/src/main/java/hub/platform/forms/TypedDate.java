package hub.platform.forms;

import hub.platform.text.InputText;
import hub.platform.time.Times;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A date as somebody typed it: "3 June", "next Tuesday", "3/6/26". As the component of a form's record it is read with the day on which the form was sent.
 *
 * @param typed cleaned; may be empty
 * @param date null unless it was understood
 * @param unclear null if it was understood or nothing was typed
 * @param about for the sentence that says why
 */
public record TypedDate(
        String typed, @Nullable LocalDate date, @Nullable Unclear unclear, String about) implements TypedAnswer {
    public static final TypedDate NONE = new TypedDate("", null, null, "");

    /** What a form sends beside its fields, such as {@code date.typed}, makes no answer that was never read. */
    public TypedDate {
        typed = InputText.clean(typed);
        about = InputText.orEmpty(about);
        if (date == null && unclear == null && !typed.isEmpty()) {
            unclear = Unclear.NO_DATE;
        }
    }

    /** @param today in London, from which "tomorrow" and a date without its year are counted */
    public static TypedDate read(@Nullable String typed, LocalDate today) {
        String clean = InputText.clean(typed);
        return clean.isEmpty() ? NONE : new DateReader(clean, today).read();
    }

    /** A date that is known, to be shown in its field; null for none. */
    public static TypedDate of(@Nullable LocalDate date) {
        return date == null ? NONE : new TypedDate(Times.inFull(date), date, null, "");
    }

    /** For a form's constructor: a field that was not sent. */
    public static TypedDate orNone(@Nullable TypedDate sent) {
        return sent == null ? NONE : sent;
    }

    static TypedDate unclear(String typed, Unclear why, String about) {
        return new TypedDate(typed, null, why, about);
    }

    @Override
    public boolean isEmpty() {
        return date == null && typed.isEmpty();
    }

    /** In full if it was understood, else as typed. */
    @Override
    public String toString() {
        return date == null ? typed : Times.inFull(date);
    }
}
