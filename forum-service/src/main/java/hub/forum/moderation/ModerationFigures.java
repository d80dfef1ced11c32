package hub.forum.moderation;

import hub.platform.figures.Counts;
import hub.platform.figures.FigureTable;
import hub.platform.figures.Suppression;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.text.Slug;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What moderators decided in the last twelve weeks that are over, and how long it took: numbers, and none that is about fewer than five people. */
@Service
public class ModerationFigures {
    private static final int WEEKS = 12;

    /** Of each kind in twelve weeks; a hub of ten thousand carers has some hundreds. */
    private static final int MOST = 20_000;

    private final ReportStore reports;
    private final AppealStore appeals;
    private final PostDecisionStore approvals;
    private final MessageSource messages;
    private final Clock clock;

    ModerationFigures(
            ReportStore reports,
            AppealStore appeals,
            PostDecisionStore approvals,
            MessageSource messages,
            Clock clock) {
        this.reports = reports;
        this.appeals = appeals;
        this.approvals = approvals;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param from the first day that is counted
     * @param to the last
     */
    public record Weeks(
            LocalDate from,
            LocalDate to,
            FigureTable reports,
            FigureTable times,
            FigureTable appeals,
            FigureTable approvals) {}

    /** How long something waited. */
    private enum Wait implements Slug {
        DAY(Duration.ofDays(1)),
        THREE_DAYS(Duration.ofDays(3)),
        LONGER(Duration.ofDays(100_000));

        private final Duration most;

        Wait(Duration most) {
            this.most = most;
        }

        static Wait of(Instant from, Instant to) {
            Duration waited = Duration.between(from, to);
            return Arrays.stream(values())
                    .filter(wait -> waited.compareTo(wait.most) <= 0)
                    .findFirst()
                    .orElse(LONGER);
        }
    }

    /** One thing that was decided. @param person whom it is about: a number is as telling as those people are few */
    private record Decided(String row, String column, String person) {}

    public static boolean mayRead(Viewer viewer) {
        return viewer.moderator() || viewer.administrator();
    }

    /** @throws NotAllowed (as a signal) unless the viewer is a moderator or an administrator */
    public Mono<Weeks> lastWeeks(Viewer viewer) {
        if (!mayRead(viewer)) {
            return Mono.error(new NotAllowed());
        }
        LocalDate end = LocalDate.ofInstant(clock.instant(), Times.LONDON)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate from = end.minusWeeks(WEEKS);
        Instant first = from.atStartOfDay(Times.LONDON).toInstant();
        Instant last = end.atStartOfDay(Times.LONDON).toInstant();
        return Mono.zip(
                        reports.decidedSince(first, MOST)
                                .filter(report -> report.decision() != null
                                        && report.decision().at().isBefore(last))
                                .collectList(),
                        appeals.decidedSince(first, MOST)
                                .filter(appeal -> appeal.decision() != null
                                        && appeal.decision().at().isBefore(last))
                                .collectList(),
                        approvals
                                .decidedSince(first, MOST)
                                .filter(approval -> approval.at().isBefore(last))
                                .collectList())
                .map(found -> new Weeks(
                        from,
                        end.minusDays(1),
                        reports(found.getT1()),
                        times(found.getT1(), found.getT2(), found.getT3()),
                        appeals(found.getT2()),
                        approvals(found.getT3())));
    }

    private FigureTable reports(List<Report> decided) {
        return table(
                names("moderation.reason.", Report.Reason.values()),
                names("moderation.was.", Report.Outcome.values()),
                decided.stream()
                        .flatMap(report -> Stream.ofNullable(report.decision())
                                .map(decision -> new Decided(
                                        say("moderation.reason."
                                                + report.reason().slug()),
                                        say("moderation.was."
                                                + decision.outcome().slug()),
                                        report.about().author()))));
    }

    private FigureTable times(List<Report> reported, List<Appeal> appealed, List<PostDecision> approved) {
        Stream<Decided> all = Stream.of(
                        reported.stream()
                                .flatMap(report -> Stream.ofNullable(report.decision())
                                        .map(decision -> waited(
                                                "reports",
                                                report.at(),
                                                decision.at(),
                                                report.about().author()))),
                        appealed.stream()
                                .flatMap(appeal -> Stream.ofNullable(appeal.decision())
                                        .map(decision ->
                                                waited("appeals", appeal.at(), decision.at(), appeal.author()))),
                        approved.stream()
                                .map(approval ->
                                        waited("approvals", approval.since(), approval.at(), approval.author())))
                .flatMap(each -> each);
        return table(
                Stream.of("reports", "appeals", "approvals")
                        .map(kind -> say("moderation.figures.kind." + kind))
                        .toList(),
                names("moderation.figures.wait.", Wait.values()),
                all);
    }

    private Decided waited(String kind, Instant from, Instant to, String person) {
        return new Decided(
                say("moderation.figures.kind." + kind),
                say("moderation.figures.wait." + Wait.of(from, to).slug()),
                person);
    }

    private FigureTable appeals(List<Appeal> decided) {
        List<String> rows = List.of(say("moderation.figures.posts"), say("moderation.figures.people"));
        List<String> columns = List.of(say("moderation.figures.upheld"), say("moderation.figures.notUpheld"));
        return table(
                rows,
                columns,
                decided.stream()
                        .flatMap(appeal -> Stream.ofNullable(appeal.decision())
                                .map(decision -> new Decided(
                                        rows.get(appeal.act() == null ? 0 : 1),
                                        columns.get(decision.upheld() ? 0 : 1),
                                        appeal.author()))));
    }

    private FigureTable approvals(List<PostDecision> decided) {
        String row = say("moderation.figures.kind.approvals");
        return table(
                List.of(row),
                names("moderation.approval.was.", PostDecision.Outcome.values()),
                decided.stream()
                        .map(approval -> new Decided(
                                row,
                                say("moderation.approval.was."
                                        + approval.outcome().slug()),
                                approval.author())));
    }

    /** Without totals: weeks move on, and a total would tell by and by what is withheld. */
    private static FigureTable table(List<String> rows, List<String> columns, Stream<Decided> decided) {
        List<Decided> all = decided.toList();
        List<List<Long>> values = rows.stream()
                .map(row -> columns.stream()
                        .map(column -> all.stream()
                                .filter(each ->
                                        each.row().equals(row) && each.column().equals(column))
                                .count())
                        .toList())
                .toList();
        List<String> withTotal = Stream.concat(columns.stream(), Stream.of("")).toList();
        List<List<Long>> people = Stream.concat(rows.stream(), Stream.of(""))
                .map(row -> withTotal.stream()
                        .map(column -> people(
                                all,
                                each -> (row.isEmpty() || each.row().equals(row))
                                        && (column.isEmpty() || each.column().equals(column))))
                        .toList())
                .toList();
        return Suppression.withoutTotals(new Counts(rows, columns, values, people));
    }

    private static long people(List<Decided> all, Predicate<Decided> which) {
        return all.stream().filter(which).map(Decided::person).distinct().count();
    }

    private List<String> names(String prefix, Slug[] all) {
        return Arrays.stream(all).map(one -> say(prefix + one.slug())).toList();
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.UK);
    }
}
