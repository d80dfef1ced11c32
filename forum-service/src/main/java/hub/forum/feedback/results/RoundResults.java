package hub.forum.feedback.results;

import hub.forum.feedback.answers.Answers;
import hub.forum.feedback.answers.Cut;
import hub.forum.feedback.answers.Pool;
import hub.forum.feedback.results.Partition.Part;
import hub.forum.feedback.rounds.Question;
import hub.forum.feedback.rounds.Round;
import hub.platform.figures.Counts;
import hub.platform.figures.FigureTable;
import hub.platform.figures.Suppression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * What may be shown of a round, to anybody. While it is open that is how many have answered, in steps of five; nothing is shown of what they said, so nothing comes out by
 * comparing two moments. Afterwards each question is shown in a {@link Partition}.
 */
@Service
public class RoundResults {
    private static final int STEP = Suppression.LEAST;

    private final Answers answers;
    private final MessageSource messages;

    RoundResults(Answers answers, MessageSource messages) {
        this.answers = answers;
        this.messages = messages;
    }

    /**
     * @param answered how many did; of a round that is open in steps of five; 0 for fewer than five
     * @param questions none while it is open, or fewer than five answered
     */
    public record Results(Round round, long answered, List<QuestionResult> questions) {
        public Results {
            questions = List.copyOf(questions);
        }
    }

    /**
     * @param table null if the answers cannot be told apart, and for words
     * @param yes how many of a hundred said yes, of a scale; null if that is not shown
     * @param quotes words that somebody has looked at, and that may be quoted
     */
    public record QuestionResult(
            Question question,
            @Nullable FigureTable table,
            @Nullable Long yes,
            List<String> quotes) {
        public QuestionResult {
            quotes = List.copyOf(quotes);
        }
    }

    public Mono<Results> of(Round round) {
        return answers.answered(round.id()).flatMap(count -> {
            if (!round.isClosed()) {
                return Mono.just(new Results(round, count / STEP * STEP, List.of()));
            }
            return count < STEP
                    ? Mono.just(new Results(round, 0, List.of()))
                    : answers.pools(round).map(pools -> new Results(round, count, results(round, pools)));
        });
    }

    private List<QuestionResult> results(Round round, Map<String, Pool> pools) {
        return round.questions().stream()
                .map(question -> result(
                        question,
                        pools.getOrDefault(
                                Pool.id(round.id(), question.id()), new Pool("", round.id(), Map.of(), List.of()))))
                .toList();
    }

    private QuestionResult result(Question question, Pool pool) {
        return switch (question.kind()) {
            case SCALE -> scale(question, Partition.of(bands(pool)));
            case CHOICE ->
                new QuestionResult(question, table(Partition.of(choices(question, pool)), question), null, List.of());
            case SEVERAL -> new QuestionResult(question, several(question, pool), null, List.of());
            case WORDS ->
                new QuestionResult(
                        question,
                        null,
                        null,
                        pool.words().stream()
                                .filter(word -> word.quote() && word.state() == Pool.State.SHOWN)
                                .map(Pool.Word::text)
                                .toList());
        };
    }

    private QuestionResult scale(Question question, Partition partition) {
        long all = partition.parts().stream().mapToLong(Part::all).sum();
        Long yes = partition.parts().stream()
                .filter(part -> part.name().equals("yes"))
                .findFirst()
                .map(part -> Math.round(100.0 * part.all() / all))
                .orElse(null);
        return new QuestionResult(question, table(partition, question), yes, List.of());
    }

    /** Four and five say yes, one and two no: finer than that a scale is not shown. */
    private static List<Part> bands(Pool pool) {
        return List.of(
                part("yes", pool, "4", "5"),
                part("between", pool, "3"),
                part("no", pool, "1", "2"),
                part(Pool.NONE, pool, Pool.NONE));
    }

    private static List<Part> choices(Question question, Pool pool) {
        return Stream.concat(question.values().stream(), Stream.of(Pool.NONE))
                .map(value -> part(value, pool, value))
                .toList();
    }

    private static Part part(String name, Pool pool, String... values) {
        return new Part(name, sum(pool, Cut.KINSHIP, values), sum(pool, Cut.FOSTER, values));
    }

    private static long sum(Pool pool, Cut cut, String... values) {
        return Stream.of(values).mapToLong(value -> pool.count(cut, value)).sum();
    }

    private @Nullable FigureTable table(Partition partition, Question question) {
        if (partition.parts().isEmpty()) {
            return null;
        }
        boolean cut = partition.canBeCut();
        List<List<Long>> values = partition.parts().stream()
                .map(part -> cut ? List.of(part.all(), part.kinship(), part.foster()) : List.of(part.all()))
                .toList();
        List<String> rows = partition.parts().stream()
                .map(part -> name(part.name(), question))
                .toList();
        return Suppression.withoutTotals(Counts.ofPeople(rows, columns(cut), values));
    }

    private List<String> columns(boolean cut) {
        return cut
                ? List.of(say("feedback.cut.all"), say("feedback.cut.kinship"), say("feedback.cut.foster"))
                : List.of(say("feedback.cut.all"));
    }

    /** Of each option those who ticked it, where enough did and enough did not: of all who answered, what is left is as telling. */
    private FigureTable several(Question question, Pool pool) {
        List<List<Long>> values = new ArrayList<>();
        List<List<Long>> people = new ArrayList<>();
        boolean cut = question.values().stream()
                .allMatch(value -> Stream.of(Cut.values())
                        .allMatch(one -> behind(pool.count(one, value), pool.count(one, Pool.ALL)) >= STEP));
        for (String value : question.values()) {
            List<Long> row = new ArrayList<>(List.of(pool.count(value)));
            List<Long> behind = new ArrayList<>(List.of(behind(pool.count(value), pool.count(Pool.ALL))));
            if (cut) {
                for (Cut one : Cut.values()) {
                    row.add(pool.count(one, value));
                    behind.add(behind(pool.count(one, value), pool.count(one, Pool.ALL)));
                }
            }
            values.add(row);
            people.add(Stream.concat(behind.stream(), Stream.of(0L)).toList());
        }
        int width = cut ? Cut.values().length + 1 : 1;
        people.add(IntStream.rangeClosed(0, width).mapToObj(at -> 0L).toList());
        return Suppression.withoutTotals(new Counts(
                question.values().stream().map(value -> name(value, question)).toList(), columns(cut), values, people));
    }

    private static long behind(long ticked, long all) {
        return Math.min(ticked, all - ticked);
    }

    private String name(String value, Question question) {
        return switch (value) {
            case Partition.OTHERS -> say("feedback.part.others");
            case Pool.NONE -> say("feedback.part.none");
            case "yes", "between", "no" -> say("feedback.part." + value);
            default -> Objects.requireNonNull(question.options().get(Integer.parseInt(value) - 1));
        };
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.UK);
    }
}
