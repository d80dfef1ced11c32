package hub.forum.feedback.web;

import hub.forum.feedback.FeedbackPolicy;
import hub.forum.feedback.answers.Answers;
import hub.forum.feedback.answers.Pool;
import hub.forum.feedback.rounds.Question;
import hub.forum.feedback.rounds.Round;
import hub.forum.feedback.rounds.Rounds;
import hub.platform.figures.Suppression;
import hub.platform.forms.Form;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What people wrote, looked at by somebody before it is shown: is there anything in it that could tell who is meant? */
@Controller
class WordsController {
    private final Rounds rounds;
    private final Answers answers;
    private final Accounts accounts;

    WordsController(Rounds rounds, Answers answers, Accounts accounts) {
        this.rounds = rounds;
        this.answers = answers;
        this.accounts = accounts;
    }

    /** @param state as in keys of messages @param author by name, in a named round; null in an anonymous one */
    record WordLine(
            String question,
            String id,
            String text,
            String state,
            boolean quote,
            @Nullable String author) {}

    record QuestionWords(String text, List<WordLine> words) {}

    record WordsPage(Round round, List<QuestionWords> questions) {}

    /** Once it has closed: before, what is new since yesterday would tell who wrote it. */
    @GetMapping("/feedback/rounds/{round}/words")
    Mono<Rendering> words(@PathVariable String round, Viewer viewer) {
        return closed(round, viewer)
                .flatMap(found -> answers.toJudge(found, viewer)
                        .flatMap(pools -> accounts.names(authors(pools))
                                .map(names -> Pages.show("feedback/words", page(found, pools, names)))));
    }

    private Mono<Round> closed(String round, Viewer viewer) {
        return FeedbackPolicy.asRunning(viewer)
                .then(rounds.find(round, viewer))
                .filter(Round::isClosed)
                .filterWhen(found ->
                        answers.answered(found.id()).map(many -> !found.anonymous() || many >= Suppression.LEAST));
    }

    private static List<String> authors(Map<String, Pool> pools) {
        return pools.values().stream()
                .flatMap(pool -> pool.words().stream())
                .map(Pool.Word::author)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static WordsPage page(Round round, Map<String, Pool> pools, Names names) {
        return new WordsPage(
                round,
                round.questions().stream()
                        .filter(question -> question.kind() == Question.Kind.WORDS)
                        .map(question -> new QuestionWords(
                                question.text(),
                                Stream.ofNullable(pools.get(Pool.id(round.id(), question.id())))
                                        .flatMap(pool -> pool.words().stream())
                                        .map(word -> line(question, word, names))
                                        .toList()))
                        .toList());
    }

    private static WordLine line(Question question, Pool.Word word, Names names) {
        String author = word.author();
        return new WordLine(
                question.id(),
                word.id(),
                word.text(),
                word.state().slug(),
                word.quote(),
                author == null ? null : names.of(author).name());
    }

    /** @param decision shown or held */
    record JudgeForm(String question, String decision) {
        JudgeForm {
            question = InputText.clean(question);
            decision = InputText.clean(decision);
        }
    }

    @PostMapping("/feedback/rounds/{round}/words/{word}")
    Mono<Rendering> judge(@PathVariable String round, @PathVariable String word, Form<JudgeForm> form, Viewer viewer) {
        JudgeForm sent = form.value();
        return closed(round, viewer)
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(found -> Mono.justOrEmpty(Slug.find(Pool.State.class, sent.decision()))
                        .filter(state -> state != Pool.State.NEW)
                        .switchIfEmpty(Mono.error(NotAllowed::new))
                        .flatMap(state -> answers.judge(found, sent.question(), word, state, viewer))
                        .thenReturn(Pages.seeOther(found.path() + "/words")));
    }
}
