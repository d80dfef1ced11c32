package hub.forum.enquiries;

import hub.platform.figures.Counts;
import hub.platform.figures.FigureTable;
import hub.platform.figures.FigureTable.Cell;
import hub.platform.figures.FigureTable.Row;
import hub.platform.figures.FigureTable.Totals;
import hub.platform.figures.Suppression;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.text.Slug;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * What came of enquiries in twelve whole months, by source and by how far they came, how long each step took, and what ambassadors did. It is counted as it stood at the end of the
 * last month, so that no number moves from one day to the next and tells of one person. Nothing that is about fewer than five enquirers is shown.
 */
@Service
public class RecruitmentFigures {
    private static final int MONTHS = 12;

    private final EnquiryStore store;
    private final MessageSource messages;
    private final Clock clock;

    RecruitmentFigures(EnquiryStore store, MessageSource messages, Clock clock) {
        this.store = store;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param from the first month; to: the last
     * @param steps how far they came, by how they heard of it; each enquiry stands in it once
     * @param days half of those who came so far took this many days or fewer
     * @param answers what ambassadors said when they were asked
     * @param contacts how ambassadors were in touch
     */
    public record Year(
            YearMonth from,
            YearMonth to,
            FigureTable steps,
            FigureTable days,
            FigureTable answers,
            FigureTable contacts) {}

    /** How far one came. */
    enum Far implements Slug {
        WAITING,
        TALKING,
        VISIT,
        REGISTERED,
        NOT_FURTHER;

        static Far of(Enquiry.State state) {
            return switch (state) {
                case RECEIVED, ACKNOWLEDGED, PROPOSED -> WAITING;
                case MATCHED, CONTACTED -> TALKING;
                case VISIT_BOOKED, VISITED -> VISIT;
                case REGISTERED -> REGISTERED;
                case NOT_PROCEEDING, WITHDRAWN -> NOT_FURTHER;
            };
        }
    }

    /** From when an enquiry came until something was so for the first time. */
    enum Step implements Slug {
        ANSWERED(Enquiry.State.ACKNOWLEDGED, Enquiry.State.CONTACTED),
        MATCHED(Enquiry.State.MATCHED),
        CONTACTED(Enquiry.State.CONTACTED),
        VISITED(Enquiry.State.VISITED),
        REGISTERED(Enquiry.State.REGISTERED);

        private final List<Enquiry.State> reached;

        Step(Enquiry.State... reached) {
            this.reached = List.of(reached);
        }

        /** In whole days; null if it did not come so far by then. */
        @Nullable
        Long days(Enquiry enquiry, Instant to) {
            return reached.stream()
                    .map(enquiry::first)
                    .filter(Objects::nonNull)
                    .filter(at -> at.isBefore(to))
                    .min(Instant::compareTo)
                    .map(at -> Duration.between(enquiry.receivedAt(), at).toDays())
                    .orElse(null);
        }
    }

    /** @throws NotAllowed (as a signal) unless the viewer answers enquiries */
    public Mono<Year> lastYear(Viewer viewer) {
        if (!Enquiries.answers(viewer)) {
            return Mono.error(new NotAllowed());
        }
        YearMonth next = YearMonth.from(clock.instant().atZone(Times.LONDON));
        Instant to = begin(next);
        return store.between(begin(next.minusMonths(MONTHS)), to, viewer)
                .collectList()
                .map(all -> new Year(
                        next.minusMonths(MONTHS),
                        next.minusMonths(1),
                        steps(all, to),
                        days(all, to),
                        answers(all, to),
                        contacts(all, to)));
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(Times.LONDON).toInstant();
    }

    private FigureTable steps(List<Enquiry> all, Instant to) {
        List<List<Long>> values = Arrays.stream(Asked.Source.values())
                .map(source -> Arrays.stream(Far.values())
                        .map(far ->
                                count(all, one -> one.asked().source() == source && Far.of(one.stateBefore(to)) == far))
                        .toList())
                .toList();
        return Suppression.withTotals(
                Counts.ofPeople(
                        names("enquiries.source.", Asked.Source.values(), Asked.Source::slug),
                        names("enquiries.figures.far.", Far.values(), Far::slug),
                        values),
                say("enquiries.figures.all"));
    }

    private FigureTable days(List<Enquiry> all, Instant to) {
        return new FigureTable(
                List.of(say("enquiries.figures.days.column")),
                Arrays.stream(Step.values())
                        .map(step -> new Row(
                                say("enquiries.figures.step." + step.slug()),
                                List.of(new Cell(median(all.stream()
                                        .map(one -> step.days(one, to))
                                        .filter(Objects::nonNull)
                                        .toList())))))
                        .toList(),
                Totals.NONE);
    }

    /** The days of one in the middle; null if few are behind it. */
    private static @Nullable Long median(Collection<Long> days) {
        return days.size() < Suppression.LEAST
                ? null
                : days.stream().sorted().skip((days.size() - 1) / 2).findFirst().orElse(null);
    }

    private FigureTable answers(List<Enquiry> all, Instant to) {
        return ofOneColumn(
                Answer.values(),
                Answer::slug,
                "enquiries.figures.answer.",
                "enquiries.figures.answers.column",
                answer -> all.stream().mapToLong(one -> answer.count(one, to)).sum(),
                answer -> count(all, one -> answer.count(one, to) > 0),
                count(all, one -> Arrays.stream(Answer.values()).anyMatch(answer -> answer.count(one, to) > 0)));
    }

    /** What an ambassador who was asked said. */
    enum Answer implements Slug {
        YES,
        NO,
        NONE;

        long count(Enquiry one, Instant to) {
            Stream<Talk.Before> before =
                    one.talk().before().stream().filter(past -> past.at().isBefore(to));
            return switch (this) {
                case YES ->
                    one.history().stream()
                            .filter(dated -> dated.state() == Enquiry.State.MATCHED
                                    && dated.at().isBefore(to))
                            .count();
                case NO ->
                    before.filter(past -> past.outcome() == Talk.Outcome.SAID_NO)
                            .count();
                case NONE ->
                    before.filter(past -> past.outcome() == Talk.Outcome.NO_ANSWER)
                            .count();
            };
        }
    }

    private FigureTable contacts(List<Enquiry> all, Instant to) {
        return ofOneColumn(
                Talk.Contact.Kind.values(),
                Talk.Contact.Kind::slug,
                "enquiries.contacted.",
                "enquiries.figures.contacts.column",
                kind -> all.stream().mapToLong(one -> contacts(one, kind, to)).sum(),
                kind -> count(all, one -> contacts(one, kind, to) > 0),
                count(
                        all,
                        one -> Arrays.stream(Talk.Contact.Kind.values())
                                .anyMatch(kind -> contacts(one, kind, to) > 0)));
    }

    private static long contacts(Enquiry one, Talk.Contact.Kind kind, Instant to) {
        return one.talk().contacts().stream()
                .filter(contact -> contact.kind() == kind
                        && contact.day().isBefore(to.atZone(Times.LONDON).toLocalDate()))
                .count();
    }

    private <E> FigureTable ofOneColumn(
            E[] rows,
            Function<E, String> slug,
            String prefix,
            String column,
            Function<E, Long> value,
            Function<E, Long> people,
            long everybody) {
        List<List<Long>> values =
                Arrays.stream(rows).map(row -> List.of(value.apply(row))).toList();
        List<List<Long>> about = new ArrayList<>(Arrays.stream(rows)
                .map(row -> List.of(people.apply(row), people.apply(row)))
                .toList());
        about.add(List.of(everybody, everybody));
        return Suppression.withTotalsOfColumns(
                new Counts(names(prefix, rows, slug), List.of(say(column)), values, about),
                say("enquiries.figures.all"));
    }

    private static long count(List<Enquiry> all, Predicate<Enquiry> which) {
        return all.stream().filter(which).count();
    }

    private <E> List<String> names(String prefix, E[] all, Function<E, String> slug) {
        return Arrays.stream(all).map(one -> say(prefix + slug.apply(one))).toList();
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.UK);
    }
}
