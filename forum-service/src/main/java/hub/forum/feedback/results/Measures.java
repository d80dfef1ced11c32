package hub.forum.feedback.results;

import hub.forum.feedback.answers.Cut;
import hub.forum.feedback.answers.Pool;
import hub.forum.feedback.answers.PromptAnswers;
import hub.forum.feedback.prompts.Prompts;
import hub.forum.feedback.results.RoundResults.QuestionResult;
import hub.forum.feedback.results.RoundResults.Results;
import hub.forum.feedback.rounds.Aim;
import hub.forum.feedback.rounds.Rounds;
import hub.platform.figures.FigureTable;
import hub.platform.figures.FigureTable.Cell;
import hub.platform.figures.FigureTable.Row;
import hub.platform.figures.FigureTable.Totals;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * How far the aims of peer support are met, from round to round: of a hundred who answered, how many said yes. Made of what {@link RoundResults} shows and of nothing
 * else, so it tells nothing that is not shown there.
 */
@Service
public class Measures {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.UK);
    private static final int MONTHS = 12;
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Rounds rounds;
    private final RoundResults results;
    private final PromptAnswers prompts;
    private final MessageSource messages;
    private final Clock clock;

    Measures(Rounds rounds, RoundResults results, PromptAnswers prompts, MessageSource messages, Clock clock) {
        this.rounds = rounds;
        this.results = results;
        this.prompts = prompts;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param slug of the aim @param table a row for each round that asked, the first one first */
    public record AimMeasure(String slug, FigureTable table) {}

    /** @param aims those that were asked about @param rounds that have closed, the latest first */
    public record All(List<AimMeasure> aims, List<Results> rounds) {
        public All {
            aims = List.copyOf(aims);
            rounds = List.copyOf(rounds);
        }
    }

    /**
     * After meetings, by month: of a hundred who answered, how many said yes. A month is counted when nobody can answer any more, so that no number is ever shown that
     * changes later.
     */
    public Mono<FigureTable> afterMeetings() {
        YearMonth last = YearMonth.from(
                        clock.instant().minus(Prompts.OPEN_FOR).minus(A_DAY).atZone(Times.LONDON))
                .minusMonths(1);
        List<YearMonth> months = IntStream.range(0, MONTHS)
                .mapToObj(back -> last.minusMonths(MONTHS - 1L - back))
                .toList();
        return prompts.months(months)
                .map(pools -> new FigureTable(
                        List.of(say("feedback.prompts.column")),
                        months.stream()
                                .filter(pools::containsKey)
                                .map(month -> new Row(
                                        MONTH.format(month),
                                        List.of(new Cell(yes(Objects.requireNonNull(pools.get(month)))))))
                                .toList(),
                        Totals.NONE));
    }

    private static @Nullable Long yes(Pool pool) {
        Partition partition = Partition.of(Stream.of("1", "2", "3")
                .map(value -> new Partition.Part(value, pool.count(Cut.KINSHIP, value), pool.count(Cut.FOSTER, value)))
                .toList());
        return partition.parts().stream()
                .filter(part -> part.name().equals("1"))
                .findFirst()
                .map(part -> Math.round(100.0
                        * part.all()
                        / partition.parts().stream()
                                .mapToLong(Partition.Part::all)
                                .sum()))
                .orElse(null);
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.UK);
    }

    public Mono<All> all() {
        return rounds.closed()
                .concatMap(results::of)
                .collectList()
                .map(closed -> new All(
                        Stream.of(Aim.values())
                                .map(aim -> measure(aim, closed.reversed()))
                                .filter(measure -> !measure.table().rows().isEmpty())
                                .toList(),
                        closed));
    }

    private AimMeasure measure(Aim aim, List<Results> closed) {
        List<Row> rows = closed.stream()
                .flatMap(one -> one.questions().stream()
                        .filter(question -> question.question().aim() == aim)
                        .map(question -> row(one, question)))
                .toList();
        return new AimMeasure(aim.slug(), new FigureTable(List.of(say("feedback.measures.column")), rows, Totals.NONE));
    }

    private static Row row(Results one, QuestionResult question) {
        Instant closes = Objects.requireNonNull(one.round().closes());
        String month = MONTH.format(YearMonth.from(closes.atZone(Times.LONDON)));
        return new Row(month + ": " + one.round().title(), List.of(new Cell(question.yes())));
    }
}
