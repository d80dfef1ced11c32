package hub.forum.constellations.rota;

import hub.platform.time.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who answers from one moment to another: stretches of time that leave nothing out and do not overlap. Where shifts overlap, whoever began last answers; of two that begin together
 * the one whose key comes first.
 */
public final class Timeline {
    private static final Comparator<Shift> LATER_FIRST =
            Comparator.comparing(Shift::from).reversed().thenComparing(Shift::key);

    private final Instant from;
    private final Instant until;
    private final List<Stretch> stretches;
    private final Instant[] begins;
    private final List<Shift> shifts;

    /** @param shift null if nobody is on call */
    public record Stretch(
            Instant from, Instant until, @Nullable Shift shift) {
        boolean covered() {
            return shift != null;
        }
    }

    /** Some time. */
    public record Span(Instant from, Instant until) {
        boolean empty() {
            return !until.isAfter(from);
        }

        Span within(Span other) {
            Instant start = from.isAfter(other.from) ? from : other.from;
            Instant end = until.isBefore(other.until) ? until : other.until;
            return new Span(start, end.isBefore(start) ? start : end);
        }
    }

    /** Two people who are on call at once. */
    public record Overlap(Instant from, Instant until, Shift one, Shift other) {}

    /** @param all that may fall into the time, by people who can be on call; others are left out */
    Timeline(List<Shift> all, Instant from, Instant until) {
        this.from = from;
        this.until = until;
        this.shifts = all.stream()
                .filter(shift -> shift.account() != null)
                .filter(shift -> shift.ends().isAfter(from) && shift.starts().isBefore(until))
                .filter(shift -> shift.ends().isAfter(shift.starts()))
                .sorted(Comparator.comparing(Shift::from).thenComparing(Shift::key))
                .toList();
        this.stretches = stretches();
        this.begins = stretches.stream().map(Stretch::from).toArray(Instant[]::new);
    }

    private List<Stretch> stretches() {
        TreeSet<Instant> bounds = new TreeSet<>(List.of(from, until));
        for (Shift shift : shifts) {
            bounds.add(shift.starts());
            bounds.add(shift.ends());
        }
        List<Instant> marks = List.copyOf(bounds.subSet(from, true, until, true));
        List<Stretch> found = new ArrayList<>();
        TreeSet<Shift> active = new TreeSet<>(LATER_FIRST);
        int next = 0;
        for (int i = 0; i + 1 < marks.size(); i++) {
            Instant mark = marks.get(i);
            while (next < shifts.size() && !shifts.get(next).starts().isAfter(mark)) {
                active.add(shifts.get(next++));
            }
            active.removeIf(shift -> !shift.ends().isAfter(mark));
            add(found, new Stretch(mark, marks.get(i + 1), active.isEmpty() ? null : active.first()));
        }
        return List.copyOf(found);
    }

    /** What goes on is one stretch. */
    private static void add(List<Stretch> found, Stretch next) {
        Stretch last = found.isEmpty() ? null : found.getLast();
        if (last != null && Objects.equals(last.shift(), next.shift())) {
            found.set(found.size() - 1, new Stretch(last.from(), next.until(), next.shift()));
        } else {
            found.add(next);
        }
    }

    public List<Stretch> all() {
        return stretches;
    }

    /**
     * The one stretch that this moment is in.
     *
     * @throws IllegalArgumentException if the timeline does not reach it
     */
    public Stretch at(Instant moment) {
        if (moment.isBefore(from) || !moment.isBefore(until)) {
            throw new IllegalArgumentException(moment + " is not between " + from + " and " + until);
        }
        int place = Arrays.binarySearch(begins, moment);
        return stretches.get(place >= 0 ? place : -place - 2);
    }

    /** Until when whoever answers at a moment goes on to answer, with shift after shift; until when nobody does. */
    public Instant goesOnUntil(Instant moment) {
        Stretch now = at(moment);
        String who = account(now);
        Instant end = now.until();
        for (int i = stretches.indexOf(now) + 1; i < stretches.size(); i++) {
            if (!Objects.equals(who, account(stretches.get(i)))) {
                break;
            }
            end = stretches.get(i).until();
        }
        return end;
    }

    /** The next stretch after a moment in which somebody else answers than at that moment; null if there is none. */
    public @Nullable Stretch nextAfter(Instant moment) {
        String now = account(at(moment));
        return stretches.stream()
                .filter(stretch -> stretch.from().isAfter(moment) && stretch.covered())
                .filter(stretch -> !Objects.equals(now, account(stretch)))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String account(Stretch stretch) {
        Shift shift = stretch.shift();
        return shift == null ? null : shift.account();
    }

    /**
     * When nobody is on call though somebody should be.
     *
     * @param holidays days on which nobody is in the office
     */
    public List<Span> gaps(CoverHours hours, Predicate<LocalDate> holidays) {
        List<Span> needed = needed(hours, holidays);
        List<Span> gaps = new ArrayList<>();
        stretches.stream().filter(stretch -> !stretch.covered()).forEach(open -> {
            Span bare = new Span(open.from(), open.until());
            needed.stream().map(bare::within).filter(span -> !span.empty()).forEach(gaps::add);
        });
        return gaps;
    }

    /** Spans that meet are one. */
    private List<Span> needed(CoverHours hours, Predicate<LocalDate> holidays) {
        LocalDate first = LocalDate.ofInstant(from, Times.LONDON);
        LocalDate last = LocalDate.ofInstant(until, Times.LONDON);
        List<Span> spans = new ArrayList<>();
        first.datesUntil(last.plusDays(1))
                .flatMap(day -> needed(day, hours, holidays))
                .forEach(span -> {
                    Span before = spans.isEmpty() ? null : spans.getLast();
                    if (before != null && !before.until().isBefore(span.from())) {
                        spans.set(spans.size() - 1, new Span(before.from(), span.until()));
                    } else {
                        spans.add(span);
                    }
                });
        return spans;
    }

    private static Stream<Span> needed(LocalDate day, CoverHours hours, Predicate<LocalDate> holidays) {
        LocalDateTime start = day.atStartOfDay();
        LocalDateTime end = start.plusDays(1);
        return CoverHours.isWeekend(day) || holidays.test(day)
                ? Stream.of(span(start, end))
                : Stream.of(span(start, day.atTime(hours.morning())), span(day.atTime(hours.evening()), end))
                        .filter(span -> !span.empty());
    }

    private static Span span(LocalDateTime start, LocalDateTime end) {
        return new Span(Shift.instant(start), Shift.instant(end));
    }

    /** When two people are on call at once, in the order of time. */
    public List<Overlap> overlaps() {
        List<Overlap> found = new ArrayList<>();
        for (int i = 0; i < shifts.size(); i++) {
            Shift one = shifts.get(i);
            for (int k = i + 1; k < shifts.size() && shifts.get(k).starts().isBefore(one.ends()); k++) {
                Shift other = shifts.get(k);
                if (!other.isOf(one.account())) {
                    Instant end = one.ends().isBefore(other.ends()) ? one.ends() : other.ends();
                    found.add(new Overlap(other.starts(), end, one, other));
                }
            }
        }
        return found;
    }
}
