package hub.forum.figures;

import hub.forum.groups.Group;
import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import hub.forum.threads.WritingCount;
import hub.forum.threads.WritingCounts;
import hub.platform.figures.Counts;
import hub.platform.figures.Suppression;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Posts and people on the open boards, week by week. */
@Service
public class BoardFigures {
    private static final int WEEKS = 12;
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.UK);

    private final Groups groups;
    private final WritingCounts counts;
    private final MessageSource messages;
    private final Clock clock;

    BoardFigures(Groups groups, WritingCounts counts, MessageSource messages, Clock clock) {
        this.groups = groups;
        this.counts = counts;
        this.messages = messages;
        this.clock = clock;
    }

    /** The fostering service's own people. They read the boards themselves. */
    public static boolean mayRead(Viewer viewer) {
        return viewer.staff();
    }

    /**
     * The last twelve weeks that are over.
     *
     * @throws NotAllowed (as a signal) unless the viewer works for the fostering service
     */
    public Mono<BoardWeeks> lastWeeks(Visibility visibility) {
        if (!mayRead(visibility.viewer())) {
            return Mono.error(NotAllowed::new);
        }
        LocalDate end = LocalDate.ofInstant(clock.instant(), Times.LONDON)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate from = end.minusWeeks(WEEKS);
        List<LocalDate> weeks =
                IntStream.range(0, WEEKS).mapToObj(from::plusWeeks).toList();
        return groups.all(visibility)
                .filter(group -> group.privacy() == Group.Privacy.OPEN)
                .collectList()
                .flatMap(boards -> counts.weekly(boards.stream().map(Group::id).toList(), from, end, visibility)
                        .collectList()
                        .map(written -> figures(boards, weeks, written)));
    }

    private BoardWeeks figures(List<Group> boards, List<LocalDate> weeks, List<WritingCount> written) {
        List<String> names = boards.stream().map(Group::name).toList();
        Counts posts = new Counts(
                names,
                weeks.stream().map(SHORT::format).toList(),
                boards.stream()
                        .map(board -> weeks.stream()
                                .map(week -> posts(written, in(board).and(of(week))))
                                .toList())
                        .toList(),
                people(boards, weeks, written));
        Counts people = Counts.ofPeople(
                names,
                List.of(say("figures.people")),
                boards.stream()
                        .map(board -> List.of(people(written, in(board))))
                        .toList());
        return new BoardWeeks(
                weeks, Suppression.withTotalsOfColumns(posts, say("figures.all")), Suppression.withoutTotals(people));
    }

    /** For each board and week, with the people of all weeks, of all boards, and of all: who writes on two boards is one. */
    private static List<List<Long>> people(List<Group> boards, List<LocalDate> weeks, List<WritingCount> written) {
        Stream<Predicate<WritingCount>> rows =
                Stream.concat(boards.stream().map(BoardFigures::in), Stream.of(any -> true));
        return rows.map(row -> Stream.concat(
                                weeks.stream().map(week -> people(written, row.and(of(week)))),
                                Stream.of(people(written, row)))
                        .toList())
                .toList();
    }

    private static Predicate<WritingCount> in(Group board) {
        return count -> count.group().equals(board.id());
    }

    private static Predicate<WritingCount> of(LocalDate week) {
        return count -> count.week().equals(week);
    }

    private static long posts(List<WritingCount> written, Predicate<WritingCount> which) {
        return written.stream().filter(which).mapToLong(WritingCount::posts).sum();
    }

    private static long people(List<WritingCount> written, Predicate<WritingCount> which) {
        return written.stream()
                .filter(which)
                .map(WritingCount::author)
                .distinct()
                .count();
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.UK);
    }
}
