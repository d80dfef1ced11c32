package hub.forum.constellations.oversight;

import hub.forum.constellations.contacts.SupportContact;
import hub.forum.constellations.sleepovers.Sleepover;
import hub.forum.groups.Membership;
import hub.platform.figures.Counts;
import hub.platform.time.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a constellation did in a year, in numbers; no child is in it. Source of what is counted: the yearly report of the Mockingbird programme.
 *
 * @param year of the calendar, in London
 */
public record YearTable(int year, List<Line> lines) {
    /** Each a part of the line before it. */
    private static final Set<String> PARTS = Set.of("went-on", "all-year", "introduced");

    public YearTable {
        lines = List.copyOf(lines);
    }

    /**
     * One number.
     *
     * @param name of the message, behind {@code constellations.year.}
     * @param people about how many people it is
     */
    public record Line(String name, long count, long people) {}

    /**
     * @param sleepovers and contacts, of this year and of others: only those of the year count
     * @param members who are in the constellation now
     */
    public static YearTable of(
            int year,
            Collection<Sleepover> sleepovers,
            Collection<SupportContact> contacts,
            Collection<Membership> members) {
        List<Sleepover> happened = sleepovers.stream()
                .filter(one -> one.state() == Sleepover.State.HAPPENED
                        && yearOf(one.ask().from()) == year)
                .toList();
        List<Sleepover> nights =
                happened.stream().filter(one -> one.ask().nights()).toList();
        List<SupportContact> talked =
                contacts.stream().filter(one -> one.day().getYear() == year).toList();
        List<Line> lines = new ArrayList<>();
        lines.add(stays("planned", nights, one -> !one.ask().emergency()));
        lines.add(stays("emergency", nights, one -> one.ask().emergency()));
        lines.add(new Line(
                "nights",
                nights.stream().mapToLong(one -> one.ask().beds().size()).sum(),
                distinct(nights, Sleepover::askedBy)));
        lines.add(stays("day-care", happened, one -> !one.ask().nights()));
        for (SupportContact.Kind kind : SupportContact.Kind.values()) {
            List<SupportContact> of =
                    talked.stream().filter(one -> one.kind() == kind).toList();
            lines.add(new Line("contact." + kind.slug(), of.size(), distinct(of, SupportContact::carer)));
        }
        Set<String> atRisk = talked.stream()
                .filter(one -> one.risk() == SupportContact.Risk.YES)
                .map(SupportContact::household)
                .collect(Collectors.toSet());
        Set<String> here = members.stream().map(Membership::household).collect(Collectors.toSet());
        lines.add(people("at-risk", atRisk.size()));
        lines.add(people("went-on", atRisk.stream().filter(here::contains).count()));
        Instant began = LocalDate.of(year, 1, 1).atStartOfDay(Times.LONDON).toInstant();
        Instant ended = LocalDate.of(year + 1, 1, 1).atStartOfDay(Times.LONDON).toInstant();
        lines.add(people("carers", carers(members, ended)));
        lines.add(people("all-year", carers(members, began)));
        return new YearTable(year, lines);
    }

    /** With more lines at the end. */
    YearTable with(List<Line> more) {
        List<Line> all = new ArrayList<>(lines);
        all.addAll(more);
        return new YearTable(year, all);
    }

    /**
     * Social activities: how many were held, and how many people came in all.
     *
     * @param attended how many came to each of which that was written down. They are about as many people as came to the largest: the same come again
     */
    static List<Line> activities(int held, List<Integer> attended) {
        long most = attended.stream().mapToInt(Integer::intValue).max().orElse(0);
        long all = attended.stream().mapToInt(Integer::intValue).sum();
        return List.of(new Line("activities", held, most), new Line("attended", all, most));
    }

    /** Cultural links: each is about two people, of whom one may have several. */
    static List<Line> links(int proposed, int introduced) {
        return List.of(new Line("links", proposed, proposed), new Line("introduced", introduced, introduced));
    }

    private static long carers(Collection<Membership> members, Instant before) {
        return members.stream()
                .filter(member -> member.carer() && member.since().isBefore(before))
                .count();
    }

    private static Line stays(String name, List<Sleepover> some, Predicate<Sleepover> which) {
        List<Sleepover> of = some.stream().filter(which).toList();
        return new Line(name, of.size(), distinct(of, Sleepover::askedBy));
    }

    private static Line people(String name, long count) {
        return new Line(name, count, count);
    }

    private static <T> long distinct(List<T> some, Function<T, String> who) {
        return some.stream().map(who).distinct().count();
    }

    private static int yearOf(Instant moment) {
        return LocalDate.ofInstant(moment, Times.LONDON).getYear();
    }

    /** Of what is a part of the line before it, the rest is worked out at once: it may not be about few either. */
    private long peopleToShow(Line line) {
        long rest =
                PARTS.contains(line.name()) ? lines.get(lines.indexOf(line) - 1).people() - line.people() : 0;
        return rest == 0 ? line.people() : Math.min(line.people(), rest);
    }

    /** For what leaves the constellation. @param say the words for a line's name */
    public Counts counts(Function<String, String> say) {
        long all = lines.stream().mapToLong(Line::people).sum();
        return new Counts(
                lines.stream().map(line -> say.apply(line.name())).toList(),
                List.of(Integer.toString(year)),
                lines.stream().map(line -> List.of(line.count())).toList(),
                Stream.concat(
                                lines.stream().map(line -> List.of(peopleToShow(line), peopleToShow(line))),
                                Stream.of(List.of(all, all)))
                        .toList());
    }
}
