package hub.forum.meetings.web;

import hub.forum.meetings.Repeat;
import hub.platform.calendar.ShortMonths;
import hub.platform.forms.Checked;
import hub.platform.forms.Typed;
import hub.platform.forms.TypedDate;
import hub.platform.forms.Understood;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import hub.platform.time.Times;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * How a meeting is to repeat.
 *
 * @param pattern as in {@link Repeat.Pattern#slug}
 * @param shortMonths last or skip; empty if nothing was said
 * @param without months in which there is none, by number
 * @param extra days beside the rule, with commas between them
 * @param act show or add
 */
record RepeatForm(
        String pattern,
        String shortMonths,

        @Understood(message = "meetings.repeat.until.missing")
        TypedDate until,

        Set<String> without,
        @Typed String extra,

        String act)
        implements Checked {
    private static final int MOST_EXTRA = 300;

    RepeatForm {
        pattern = InputText.clean(pattern);
        shortMonths = InputText.clean(shortMonths);
        until = TypedDate.orNone(until);
        without = without == null ? Set.of() : Set.copyOf(without);
        extra = InputText.clean(extra);
        act = InputText.clean(act);
    }

    static RepeatForm empty(LocalDate until) {
        return new RepeatForm("", "", TypedDate.of(until), Set.of(), "", "");
    }

    boolean adds() {
        return act.equals("add");
    }

    @Override
    public void check(Errors errors) {
        if (chosen().isEmpty()) {
            errors.rejectValue("pattern", "meetings.repeat.pattern.missing");
        }
        if (extra.length() > MOST_EXTRA || extraDays() == null) {
            errors.rejectValue("extra", "meetings.repeat.extra.wrong");
        }
    }

    private Optional<Repeat.Pattern> chosen() {
        return Slug.find(Repeat.Pattern.class, pattern);
    }

    /** Null if one of them is no date. */
    private @Nullable Set<LocalDate> extraDays() {
        Set<LocalDate> days = new HashSet<>();
        for (String typed : extra.split(",")) {
            TypedDate day = TypedDate.read(typed, LocalDate.now(Times.LONDON));
            LocalDate date = day.date();
            if (date != null) {
                days.add(date);
            } else if (!day.isEmpty()) {
                return null;
            }
        }
        return days;
    }

    /** Of a form without mistakes. */
    Repeat repeat() {
        ShortMonths chosenShort = shortMonths.isEmpty()
                ? null
                : Slug.find(ShortMonths.class, shortMonths).orElse(null);
        Set<Month> skipped = new HashSet<>();
        without.stream()
                .map(InputText::number)
                .filter(number -> number >= 1 && number <= 12)
                .forEach(number -> skipped.add(Month.of(number)));
        return new Repeat(
                chosen().orElseThrow(),
                Objects.requireNonNull(until.date()),
                skipped,
                Objects.requireNonNull(extraDays()),
                chosenShort);
    }
}
