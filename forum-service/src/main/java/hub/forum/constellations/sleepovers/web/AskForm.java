package hub.forum.constellations.sleepovers.web;

import hub.forum.constellations.sleepovers.Ask;
import hub.platform.calendar.WallTime;
import hub.platform.forms.Checked;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.forms.TypedDate;
import hub.platform.forms.TypedTime;
import hub.platform.forms.Understood;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.validation.Errors;

/**
 * A sleepover or day care as somebody asks for it. The only words are the name of the social worker.
 *
 * @param urgency planned or emergency
 * @param kind nights or day
 * @param nights how many
 * @param from when they come
 * @param until when they go: on the last day, or the same day
 * @param ages of {@link Ask.AgeBand}
 * @param needs of {@link Ask.Need}
 * @param agreed plan or worker
 */
record AskForm(
        String urgency,
        String kind,

        @Understood(message = "constellations.ask.date.missing")
        TypedDate date,

        String nights,

        @Understood(message = "constellations.ask.from.missing")
        TypedTime from,

        @Understood(message = "constellations.ask.until.missing")
        TypedTime until,

        String children,
        Set<String> ages,
        Set<String> needs,
        String agreed,

        @Text(most = 80, message = "constellations.ask.worker.length")
        String worker,

        String formKey)
        implements Checked {
    private static final String EMERGENCY = "emergency";
    private static final String DAY = "day";
    private static final String WORKER = "worker";

    /** In the order of the page, for the summary of errors. */
    static final List<String> FIELDS = List.of(
            "urgency", "kind", "date", "nights", "from", "until", "children", "ages", "needs", "agreed", "worker");

    AskForm {
        urgency = InputText.clean(urgency);
        kind = InputText.clean(kind);
        date = TypedDate.orNone(date);
        nights = InputText.clean(nights);
        from = TypedTime.orNone(from);
        until = TypedTime.orNone(until);
        children = InputText.clean(children);
        ages = ages == null ? Set.of() : Set.copyOf(ages);
        needs = needs == null ? Set.of() : Set.copyOf(needs);
        agreed = InputText.clean(agreed);
        worker = InputText.clean(worker);
        formKey = FormKey.orFresh(formKey);
    }

    static AskForm empty() {
        return new AskForm(
                "",
                "",
                TypedDate.NONE,
                "1",
                TypedTime.of(LocalTime.of(16, 0)),
                TypedTime.of(LocalTime.of(10, 0)),
                "1",
                Set.of(),
                Set.of(),
                "",
                "",
                "");
    }

    @Override
    public void check(Errors errors) {
        require(errors, "urgency", urgency.equals(EMERGENCY) || urgency.equals("planned"));
        require(errors, "kind", kind.equals(DAY) || kind.equals("nights"));
        require(errors, "children", within(children, Ask.MOST_CHILDREN));
        require(errors, "nights", kind.equals(DAY) || within(nights, Ask.MOST_NIGHTS));
        require(
                errors,
                "ages",
                !ages.isEmpty() && chosen(Ask.AgeBand.class, ages).size() == ages.size());
        require(errors, "needs", chosen(Ask.Need.class, needs).size() == needs.size());
        require(errors, "agreed", agreed.equals(WORKER) || agreed.equals("plan"));
        if (agreed.equals(WORKER) && InputText.length(worker) < 2) {
            errors.rejectValue("worker", "constellations.ask.worker.missing");
        }
        LocalTime come = from.time();
        LocalTime go = until.time();
        if (kind.equals(DAY) && come != null && go != null && !go.isAfter(come)) {
            errors.rejectValue("until", "constellations.ask.until.early");
        }
    }

    private static void require(Errors errors, String field, boolean fine) {
        if (!fine) {
            errors.rejectValue(field, "constellations.ask." + field + ".missing");
        }
    }

    private static boolean within(String typed, int most) {
        int number = InputText.number(typed);
        return number >= 1 && number <= most;
    }

    private static <E extends Enum<E> & Slug> Set<E> chosen(Class<E> kind, Set<String> slugs) {
        return slugs.stream().flatMap(slug -> Slug.find(kind, slug).stream()).collect(Collectors.toSet());
    }

    /**
     * Of a form without mistakes.
     *
     * @throws hub.platform.refusals.Rejected if the clocks go forward over one of the times
     */
    Ask ask() {
        LocalDate day = Objects.requireNonNull(date.date());
        boolean overNight = !kind.equals(DAY);
        LocalDate last = overNight ? day.plusDays(InputText.number(nights)) : day;
        Instant come = WallTime.of(day, Objects.requireNonNull(from.time())).instant();
        Instant go = WallTime.of(last, Objects.requireNonNull(until.time())).instant();
        return new Ask(
                urgency.equals(EMERGENCY),
                overNight,
                come,
                go,
                InputText.number(children),
                chosen(Ask.AgeBand.class, ages),
                chosen(Ask.Need.class, needs),
                agreed.equals(WORKER) ? worker : "");
    }
}
