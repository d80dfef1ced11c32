package hub.resources.news.web;

import hub.platform.calendar.WallTime;
import hub.platform.forms.TypedAnswer;
import hub.platform.forms.TypedDate;
import hub.platform.forms.Unclear;
import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import hub.resources.publishing.Manuscript;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** Reads answers of the form of a publication, each with what is wrong with it beside its field. */
final class Answers {
    private Answers() {}

    static @Nullable Instant at(
            String field, @Nullable LocalDate date, @Nullable LocalTime time, BindingResult errors) {
        if (date == null || time == null) {
            return null;
        }
        try {
            return WallTime.of(date, time).instant();
        } catch (Rejected noSuchTime) {
            reject(errors, field, noSuchTime.messageKey(), noSuchTime.arguments());
            return null;
        }
    }

    static void understood(String field, TypedAnswer answer, boolean required, BindingResult errors) {
        Unclear unclear = answer.unclear();
        if (unclear != null) {
            reject(errors, field, unclear.messageKey(), answer.about());
        } else if (required && answer.isEmpty()) {
            reject(errors, field, "news." + field + ".missing");
        }
    }

    /** A day as it is kept, such as 2026-09-14; empty for none. */
    static String day(String field, TypedDate answer, boolean required, BindingResult errors) {
        understood(field, answer, required, errors);
        LocalDate date = answer.date();
        return date == null ? "" : date.toString();
    }

    static String fact(String field, String typed, boolean required, BindingResult errors) {
        return line(field, typed, Manuscript.LONGEST_FACT, required, errors);
    }

    static String line(String field, String typed, int most, boolean required, BindingResult errors) {
        String line = InputText.clean(typed);
        required(errors, field, line, required);
        atMost(errors, field, line, most);
        return line;
    }

    static void required(BindingResult errors, String field, String value, boolean required) {
        if (required && value.isEmpty()) {
            reject(errors, field, "news." + field + ".missing");
        }
    }

    static void atMost(BindingResult errors, String field, String value, int most) {
        if (InputText.length(value) > most) {
            reject(errors, field, "news.tooLong", most);
        }
    }

    static void reject(BindingResult errors, String field, String key, Object... arguments) {
        errors.rejectValue(field, key, arguments, key);
    }
}
