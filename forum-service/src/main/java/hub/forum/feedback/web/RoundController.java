package hub.forum.feedback.web;

import hub.forum.feedback.FeedbackPolicy;
import hub.forum.feedback.answers.Answers;
import hub.forum.feedback.results.RoundResults;
import hub.forum.feedback.rounds.Round;
import hub.forum.feedback.rounds.Rounds;
import hub.platform.forms.Form;
import hub.platform.forms.TypedDate;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Rounds: to make, to answer, to see what came of them. */
@Controller
class RoundController {
    private static final Set<String> DONE = Set.of("planned");

    private final Rounds rounds;
    private final Answers answers;
    private final RoundResults results;
    private final RoundPages pages;

    RoundController(Rounds rounds, Answers answers, RoundResults results, RoundPages pages) {
        this.rounds = rounds;
        this.answers = answers;
        this.results = results;
        this.pages = pages;
    }

    @GetMapping("/feedback")
    Mono<Rendering> list(@RequestParam(defaultValue = "") String done, Viewer viewer) {
        return rounds.newest(viewer)
                .collectList()
                .flatMap(all -> answers.waiting(
                                all.stream()
                                        .filter(Round::isOpen)
                                        .map(Round::id)
                                        .toList(),
                                viewer)
                        .map(waiting -> Pages.show(
                                "feedback/list",
                                new RoundPages.ListPage(
                                        all.stream()
                                                .filter(round -> waiting.contains(round.id()))
                                                .map(pages::line)
                                                .toList(),
                                        all.stream()
                                                .filter(round -> !waiting.contains(round.id()))
                                                .map(pages::line)
                                                .toList(),
                                        FeedbackPolicy.runs(viewer),
                                        FeedbackPolicy.readsMeasures(viewer),
                                        DONE.contains(done) ? "feedback.done." + done : null))));
    }

    @GetMapping("/feedback/rounds/new")
    Mono<Rendering> blank(Viewer viewer) {
        return FeedbackPolicy.asRunning(viewer)
                .then(Mono.fromSupplier(() ->
                        Pages.show("feedback/new", pages.newPage(), Form.of(new RoundForms.NewRound("", "", "", "")))));
    }

    @PostMapping("/feedback/rounds/new")
    Mono<Rendering> draft(Form<RoundForms.NewRound> form, Viewer viewer) {
        return FeedbackPolicy.asRunning(viewer)
                .then(form.submit(
                        sent -> rounds.draft(
                                        sent.title(),
                                        sent.chosen(),
                                        sent.anonymous().equals("yes"),
                                        form.once(),
                                        viewer)
                                .map(made -> Pages.seeOther(made.path())),
                        again -> Mono.just(Pages.show("feedback/new", pages.newPage(), again))));
    }

    @GetMapping("/feedback/rounds/{round}")
    Mono<Rendering> round(@PathVariable String round, Viewer viewer) {
        return viewer.approved() ? rounds.find(round, viewer).flatMap(found -> show(found, viewer)) : Mono.empty();
    }

    private Mono<Rendering> show(Round round, Viewer viewer) {
        return switch (round.state()) {
            case DRAFT -> Mono.just(draftPage(round, "question", Form.of(RoundForms.NewQuestion.blank())));
            case PLANNED -> status(round, viewer);
            case OPEN ->
                answers.waitsFor(round.id(), viewer)
                        .flatMap(waits -> waits
                                ? Mono.just(answerPage(round, Form.of(RoundForms.Answer.blank())))
                                : status(round, viewer));
            case CLOSED -> status(round, viewer);
        };
    }

    private Rendering draftPage(Round round, String which, Form<?> form) {
        return Pages.show("feedback/draft", pages.draft(round, which), form);
    }

    private Rendering answerPage(Round round, Form<RoundForms.Answer> form) {
        return Pages.show("feedback/answer", pages.answer(round), form);
    }

    private Mono<Rendering> status(Round round, Viewer viewer) {
        return Mono.zip(
                        results.of(round),
                        answers.ticket(round.id(), viewer)
                                .map(ticket -> ticket.answered())
                                .defaultIfEmpty(false))
                .map(both -> Pages.show(
                        "feedback/round", pages.status(both.getT1(), both.getT2(), FeedbackPolicy.runs(viewer))));
    }

    @PostMapping("/feedback/rounds/{round}/questions")
    Mono<Rendering> ask(@PathVariable String round, Form<RoundForms.NewQuestion> form, Viewer viewer) {
        return toChange(round, viewer)
                .flatMap(found -> form.submit(
                        sent -> rounds.change(
                                        round,
                                        before -> before.ask(
                                                sent.chosen(), sent.text(), sent.given(), sent.measures(), form.once()),
                                        viewer)
                                .map(after -> Pages.seeOther(after.path())),
                        again -> Mono.just(draftPage(found, "question", again))));
    }

    private Mono<Round> toChange(String round, Viewer viewer) {
        return FeedbackPolicy.asRunning(viewer).then(rounds.find(round, viewer));
    }

    @PostMapping("/feedback/rounds/{round}/questions/{question}/remove")
    Mono<Rendering> leaveOut(@PathVariable String round, @PathVariable String question, Viewer viewer) {
        return toChange(round, viewer)
                .flatMap(found -> rounds.change(round, before -> before.leaveOut(question), viewer)
                        .map(after -> Pages.seeOther(after.path()))
                        .onErrorResume(
                                Rejected.class,
                                refusal -> Mono.just(draftPage(
                                        found,
                                        "question",
                                        Form.of(RoundForms.NewQuestion.blank()).refused(refusal)))));
    }

    @GetMapping("/feedback/rounds/{round}/plan")
    Mono<Rendering> dates(@PathVariable String round, Viewer viewer) {
        return toChange(round, viewer)
                .filter(found -> found.state() == Round.State.DRAFT)
                .map(found -> Pages.show(
                        "feedback/plan",
                        pages.draft(found, "plan"),
                        Form.of(new RoundForms.Plan(TypedDate.NONE, TypedDate.NONE))));
    }

    @PostMapping("/feedback/rounds/{round}/plan")
    Mono<Rendering> plan(@PathVariable String round, Form<RoundForms.Plan> form, Viewer viewer) {
        return toChange(round, viewer)
                .flatMap(found -> form.submit(
                        sent -> rounds.plan(
                                        round,
                                        Objects.requireNonNull(sent.opens().date()),
                                        Objects.requireNonNull(sent.closes().date()),
                                        viewer)
                                .map(after -> Pages.seeOther("/feedback?done=planned")),
                        again -> Mono.just(Pages.show("feedback/plan", pages.draft(found, "plan"), again))));
    }

    @PostMapping("/feedback/rounds/{round}/answer")
    Mono<Rendering> answer(@PathVariable String round, Form<RoundForms.Answer> form, Viewer viewer) {
        return rounds.find(round, viewer)
                .filterWhen(found -> answers.ticket(round, viewer).hasElement())
                .filter(found -> !FeedbackPolicy.runs(viewer) || found.state() != Round.State.DRAFT)
                .flatMap(found -> answers.waitsFor(round, viewer)
                        .flatMap(waits -> waits
                                ? form.submit(
                                        sent -> answers.give(
                                                        round, RoundPages.given(found, sent), sent.mayQuote(), viewer)
                                                .thenReturn(Pages.seeOther(found.path())),
                                        again -> Mono.just(answerPage(found, again)))
                                : Mono.just(Pages.seeOther(found.path()))));
    }
}
