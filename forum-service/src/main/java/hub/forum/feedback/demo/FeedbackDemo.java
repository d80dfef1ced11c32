package hub.forum.feedback.demo;

import hub.forum.feedback.answers.Answers;
import hub.forum.feedback.answers.Cut;
import hub.forum.feedback.answers.Pool;
import hub.forum.feedback.answers.PromptAnswers;
import hub.forum.feedback.prompts.Prompts;
import hub.forum.feedback.rounds.Aim;
import hub.forum.feedback.rounds.Question;
import hub.forum.feedback.rounds.Round;
import hub.forum.feedback.rounds.Rounds;
import hub.forum.feedback.rounds.Scheme;
import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import hub.platform.mongo.Ids;
import hub.platform.text.Slug;
import hub.platform.time.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Two rounds that have closed, one that is open, and a year of answers after meetings. */
@Component
@Order(DemoContent.SCHEMES)
class FeedbackDemo implements DemoContent {
    private static final Duration A_DAY = Duration.ofDays(1);

    private final DemoFiles files;
    private final Rounds rounds;
    private final Answers answers;
    private final PromptAnswers prompts;

    FeedbackDemo(DemoFiles files, Rounds rounds, Answers answers, PromptAnswers prompts) {
        this.files = files;
        this.rounds = rounds;
        this.answers = answers;
        this.prompts = prompts;
    }

    @Override
    public String name() {
        return "feedback";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        List<String> carers = files.entries("people.yml").stream()
                .filter(person -> person.text("approval").equals("approved")
                        && person.texts("roles").contains("carer"))
                .map(person -> person.text("id"))
                .toList();
        return Flux.fromIterable(files.entries("feedback/rounds.yml"))
                .concatMap(entry -> round(entry, carers, clock))
                .then(Mono.defer(() -> prompts.bringIn(months(clock))));
    }

    private Mono<Void> round(DemoEntry entry, List<String> carers, DemoClock clock) {
        String id = Ids.of("demo feedback " + entry.text("slug"));
        boolean closed = !entry.text("closed").isEmpty();
        List<Question> questions = questions(entry);
        Instant closes = closed
                ? clock.ago(entry.text("closed"))
                : clock.firstStart().plus(Duration.between(clock.ago(entry.text("closes")), clock.firstStart()));
        Round round = new Round(
                id,
                entry.text("title"),
                entry.chosen("scheme", Scheme.class),
                true,
                questions,
                closed ? Round.State.CLOSED : Round.State.OPEN,
                clock.ago(entry.text("opened")),
                closes,
                carers.size(),
                0,
                "");
        List<Pool> pools = IntStream.range(0, questions.size())
                .mapToObj(at ->
                        pool(id, questions.get(at), entry.entries("questions").get(at), entry.number("answered")))
                .toList();
        // The last ones of the list, so that the people whom one can sign in as are among those who are asked.
        List<String> answered = carers.reversed().stream()
                .filter(carer -> !carer.equals("tasneem-akhtar"))
                .limit(entry.number("answered"))
                .toList();
        return rounds.bringIn(round).then(answers.bringIn(id, carers, new HashSet<>(answered), pools));
    }

    private static List<Question> questions(DemoEntry round) {
        List<DemoEntry> all = round.entries("questions");
        return IntStream.range(0, all.size())
                .mapToObj(at -> new Question(
                        "q" + (at + 1),
                        Slug.find(Question.Kind.class, all.get(at).text("kind")).orElseThrow(),
                        all.get(at).text("text"),
                        all.get(at).texts("options"),
                        Slug.find(Aim.class, all.get(at).text("aim")).orElse(null)))
                .toList();
    }

    private static Pool pool(String round, Question question, DemoEntry entry, int answered) {
        Map<String, Long> counts = new HashMap<>();
        DemoEntry given = entry.entry("counts");
        question.values().forEach(value -> put(counts, value, given.values().get(value)));
        long kinship = Math.max(8, sum(counts, Cut.KINSHIP, question));
        if (question.kind() != Question.Kind.WORDS) {
            counts.put(Cut.KINSHIP.key(Pool.ALL), Math.min(kinship, answered));
            counts.put(Cut.FOSTER.key(Pool.ALL), Math.max(0, answered - kinship));
        }
        if (question.kind() == Question.Kind.SCALE || question.kind() == Question.Kind.CHOICE) {
            long said = sum(counts, Cut.KINSHIP, question) + sum(counts, Cut.FOSTER, question);
            counts.put(Cut.FOSTER.key(Pool.NONE), Math.max(0, answered - said));
        }
        List<Pool.Word> words = entry.entries("words").stream()
                .map(word -> new Pool.Word(
                        Ids.next(),
                        word.text("text"),
                        word.flag("quote"),
                        Slug.find(Pool.State.class, word.text("state")).orElse(Pool.State.NEW),
                        null))
                .sorted(Comparator.comparing(Pool.Word::id))
                .toList();
        return new Pool(Pool.id(round, question.id()), round, counts, words);
    }

    private static long sum(Map<String, Long> counts, Cut cut, Question question) {
        return question.values().stream()
                .mapToLong(value -> counts.getOrDefault(cut.key(value), 0L))
                .sum();
    }

    /** Kinship carers first, then foster carers. */
    private static void put(Map<String, Long> counts, String value, @org.jspecify.annotations.Nullable Object pair) {
        if (pair instanceof List<?> both && both.size() == 2) {
            counts.put(Cut.KINSHIP.key(value), number(both.getFirst()));
            counts.put(Cut.FOSTER.key(value), number(both.getLast()));
        }
    }

    private static long number(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private Map<YearMonth, Map<String, Long>> months(DemoClock clock) {
        YearMonth last = YearMonth.from(
                        clock.firstStart().minus(Prompts.OPEN_FOR).minus(A_DAY).atZone(Times.LONDON))
                .minusMonths(1);
        Map<YearMonth, Map<String, Long>> months = new HashMap<>();
        for (DemoEntry entry : files.entries("feedback/prompts.yml")) {
            Map<String, Long> counts = new HashMap<>();
            put(counts, "1", entry.values().get("yes"));
            put(counts, "2", entry.values().get("between"));
            put(counts, "3", entry.values().get("no"));
            for (Cut cut : Cut.values()) {
                counts.put(
                        cut.key(Pool.ALL),
                        Stream.of("1", "2", "3")
                                .mapToLong(value -> counts.getOrDefault(cut.key(value), 0L))
                                .sum());
            }
            months.put(last.minusMonths(entry.number("back")), counts);
        }
        return months;
    }
}
