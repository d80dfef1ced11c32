package hub.forum.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.feedback.answers.Answers;
import hub.forum.feedback.answers.Pool;
import hub.forum.feedback.answers.Ticket;
import hub.forum.feedback.prompts.Prompt;
import hub.forum.feedback.prompts.Prompts;
import hub.forum.feedback.rounds.Question;
import hub.forum.feedback.rounds.Round;
import hub.forum.feedback.rounds.Rounds;
import hub.forum.feedback.rounds.Scheme;
import hub.platform.figures.Suppression;
import hub.platform.mongo.Ids;
import hub.testkit.MatrixFixture;
import hub.testkit.Stored;
import hub.testkit.TestFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** A round: a draft in the hidden place, an open one in the closed place, a closed one in the open place. Petronella alone is asked; somebody wrote words. */
@TestFixture
final class FeedbackFixture implements MatrixFixture {
    private static final Duration SHORT = Duration.ofSeconds(10);

    private final Rounds rounds;
    private final Answers answers;
    private final ReactiveMongoTemplate mongo;

    private final Prompts prompts;

    FeedbackFixture(Rounds rounds, Answers answers, Prompts prompts, ReactiveMongoTemplate mongo) {
        this.prompts = prompts;
        this.rounds = rounds;
        this.answers = answers;
        this.mongo = mongo;
    }

    @Override
    public Set<String> variables() {
        return Set.of("round", "question", "word", "promptToken");
    }

    @Override
    public Map<String, String> make(Place place) {
        String sort = place.sort();
        String id = Ids.next();
        Round.State state = switch (sort) {
            case "hidden" -> Round.State.DRAFT;
            case "closed" -> Round.State.OPEN;
            default -> Round.State.CLOSED;
        };
        boolean draft = state == Round.State.DRAFT;
        Instant opens = Instant.now().minus(Duration.ofDays(3));
        Round round = new Round(
                id,
                "Loosestrife" + sort + " round",
                Scheme.PEER_GROUPS,
                true,
                List.of(
                        new Question("q1", Question.Kind.SCALE, "Do you feel less alone?", List.of(), null),
                        new Question("q2", Question.Kind.WORDS, "What would help?", List.of(), null)),
                state,
                draft ? null : opens,
                draft ? null : opens.plus(Duration.ofDays(state == Round.State.OPEN ? 400 : 1)),
                1,
                0,
                "");
        rounds.bringIn(round).block(SHORT);
        String word = Ids.next();
        if (!draft) {
            Pool.Word words = new Pool.Word(word, "Monkshood" + sort + " helped", true, Pool.State.NEW, null);
            // Enough of others that what they wrote may be read.
            Set<String> others =
                    Stream.generate(Ids::next).limit(Suppression.LEAST).collect(Collectors.toSet());
            List<String> asked = Stream.concat(
                            Stream.of(place.account("Petronella").id()), others.stream())
                    .toList();
            answers.bringIn(id, asked, others, List.of(new Pool(Pool.id(id, "q2"), id, Map.of(), List.of(words))))
                    .block(SHORT);
        }
        return Map.of("round", id, "question", "q2", "word", word, "promptToken", prompt(place));
    }

    /** A question after a meeting, to Petronella, who has the letter; whoever has it may answer. */
    private String prompt(Place place) {
        String meeting = Ids.next();
        mongo.insert(new Prompt(meeting, "2026-11", Instant.now().plus(Duration.ofDays(9))), "feedback_prompts")
                .block(SHORT);
        String ticket = Ids.next();
        mongo.insert(
                        new Ticket(
                                ticket,
                                "prompt-" + meeting,
                                place.account("Petronella").id(),
                                false),
                        "feedback_tickets")
                .block(SHORT);
        return Objects.requireNonNull(prompts.path(ticket).block(SHORT)).substring("/feedback/prompts/".length());
    }

    @Override
    public String unknown(String variable) {
        return variable.equals("promptToken") ? "nosuchticket~x" : MatrixFixture.super.unknown(variable);
    }

    @Override
    public List<Secret> secrets(String sort) {
        return sort.equals("hidden")
                ? List.of(new Secret("Loosestrife" + sort, Set.of("Edith")))
                : List.of(new Secret("Monkshood" + sort, Set.of("Edith")));
    }

    @Override
    public void secretsAreShown(Place place) {
        String path = "/feedback/rounds/" + place.get("round");
        if (place.sort().equals("hidden")) {
            assertThat(place.session("Edith").get(path).body()).contains("Loosestrifehidden");
        } else if (place.sort().equals("open")) {
            assertThat(place.session("Edith").get(path + "/words").body()).contains("Monkshoodopen");
        }
    }

    @Override
    public Object stored(Place place) {
        return List.of(
                Stored.with(mongo, "feedback_rounds", "_id", place.get("round")),
                Stored.with(mongo, "feedback_tickets", "of", place.get("round")),
                Stored.with(mongo, "feedback_pools", "of", place.get("round")));
    }
}
