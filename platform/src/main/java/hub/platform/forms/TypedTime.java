package hub.platform.forms;

import hub.platform.text.InputText;
import hub.platform.time.Times;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A time of day as somebody typed it: "3.30pm", "half past three", "15:30".
 *
 * @param typed cleaned; may be empty
 * @param time to the minute; null unless it was understood
 * @param unclear null if it was understood or nothing was typed
 * @param about for the sentence that says why
 */
public record TypedTime(
        String typed, @Nullable LocalTime time, @Nullable Unclear unclear, String about) implements TypedAnswer {
    public static final TypedTime NONE = new TypedTime("", null, null, "");

    /** What a form sends beside its fields, such as {@code starts.typed}, makes no answer that was never read. */
    public TypedTime {
        typed = InputText.clean(typed);
        about = InputText.orEmpty(about);
        if (time == null && unclear == null && !typed.isEmpty()) {
            unclear = Unclear.NO_TIME;
        }
    }

    public static TypedTime read(@Nullable String typed) {
        String clean = InputText.clean(typed);
        return clean.isEmpty() ? NONE : new TimeReader(clean).read();
    }

    /** A time that is known, to be shown in its field; null for none. */
    public static TypedTime of(@Nullable LocalTime time) {
        return time == null ? NONE : new TypedTime(Times.time(time), time, null, "");
    }

    /** For a form's constructor: a field that was not sent. */
    public static TypedTime orNone(@Nullable TypedTime sent) {
        return sent == null ? NONE : sent;
    }

    static TypedTime unclear(String typed, Unclear why, String about) {
        return new TypedTime(typed, null, why, about);
    }

    @Override
    public boolean isEmpty() {
        return time == null && typed.isEmpty();
    }

    /** In full if it was understood, else as typed. */
    @Override
    public String toString() {
        return time == null ? typed : Times.time(time);
    }
}
