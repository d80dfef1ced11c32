package hub.forum.mentoring.web;

import hub.forum.mentoring.Mentorship;
import hub.forum.mentoring.Mentorships;
import hub.forum.mentoring.Proposals;
import hub.platform.forms.Checked;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** One mentorship: saying yes or no, and its end. */
@Controller
class MentorshipController {
    private final Mentorships mentorships;
    private final Proposals proposals;
    private final MentorshipPages pages;
    private final MentoringWords words;

    MentorshipController(Mentorships mentorships, Proposals proposals, MentorshipPages pages, MentoringWords words) {
        this.mentorships = mentorships;
        this.proposals = proposals;
        this.pages = pages;
        this.words = words;
    }

    @GetMapping("/mentoring/{id}")
    Mono<Rendering> mentorship(@PathVariable String id, Viewer viewer) {
        return mentorships.find(id, viewer).flatMap(found -> pages.show(found, viewer));
    }

    /** @param mentor the account that the page showed */
    record AnswerForm(String mentor) {
        AnswerForm {
            mentor = InputText.clean(mentor);
        }
    }

    @PostMapping("/mentoring/{id}/accept")
    Mono<Rendering> accept(@PathVariable String id, Form<AnswerForm> form, Viewer viewer) {
        return own(id, viewer)
                .flatMap(found ->
                        pages.after(found, proposals.accept(id, form.value().mentor(), viewer), viewer));
    }

    @PostMapping("/mentoring/{id}/decline")
    Mono<Rendering> decline(@PathVariable String id, Form<AnswerForm> form, Viewer viewer) {
        return own(id, viewer)
                .flatMap(found -> proposals
                        .decline(id, form.value().mentor(), viewer)
                        .map(waits -> Pages.seeOther("/mentoring"))
                        .onErrorResume(Rejected.class, refusal -> pages.refused(found, refusal, viewer)));
    }

    /** @param how as in {@link Mentorship.Ending#slug} */
    record EndForm(String how) implements Checked {
        EndForm {
            how = InputText.clean(how);
        }

        @Override
        public void check(Errors errors) {
            if (Slug.find(Mentorship.Ending.class, how).isEmpty()) {
                errors.rejectValue("how", "mentoring.end.how.missing");
            }
        }
    }

    /** @param active whether it has begun, so that there is a conversation that closes */
    record EndPage(String path, boolean active, List<Choice> ways) {}

    @GetMapping("/mentoring/{id}/end")
    Mono<Rendering> end(@PathVariable String id, Viewer viewer) {
        return ending(id, viewer).map(found -> endPage(found, Form.of(new EndForm(""))));
    }

    @PostMapping("/mentoring/{id}/end")
    Mono<Rendering> ended(@PathVariable String id, Form<EndForm> form, Viewer viewer) {
        return ending(id, viewer)
                .flatMap(found -> form.submit(
                        sent -> proposals
                                .end(
                                        id,
                                        Slug.find(Mentorship.Ending.class, sent.how())
                                                .orElseThrow(),
                                        viewer)
                                .map(over -> Pages.seeOther(
                                        over.mentee().equals(viewer.account()) ? over.path() : "/mentoring")),
                        again -> Mono.just(endPage(found, again))));
    }

    private Rendering endPage(Mentorship found, Form<EndForm> form) {
        Stream<Mentorship.Ending> ways =
                found.active() ? Stream.of(Mentorship.Ending.values()) : Stream.of(Mentorship.Ending.WITHDRAWN);
        return Pages.show(
                "mentoring/end",
                new EndPage(
                        found.path(),
                        found.active(),
                        ways.map(way -> new Choice(
                                        way.slug(),
                                        words.say("mentoring.end." + way.slug()),
                                        words.say("mentoring.end." + way.slug() + ".hint")))
                                .toList()),
                form);
    }

    @PostMapping("/mentoring/{id}/again")
    Mono<Rendering> again(@PathVariable String id, Viewer viewer) {
        return own(id, viewer)
                .filter(found -> found.mentee().equals(viewer.account()) && found.state() == Mentorship.State.ENDED)
                .flatMap(found -> pages.after(found, mentorships.askAgain(id, viewer), viewer));
    }

    /** One of the viewer's own; empty for everybody else who may know of it. */
    private Mono<Mentorship> own(String id, Viewer viewer) {
        return mentorships.find(id, viewer).filter(found -> found.isOf(viewer.account()));
    }

    /** One that the viewer can end: her own, or one that she asked for before somebody was found. */
    private Mono<Mentorship> ending(String id, Viewer viewer) {
        return mentorships
                .find(id, viewer)
                .filter(found -> found.state() != Mentorship.State.ENDED
                        && (found.isOf(viewer.account())
                                || (found.askedBy().equals(viewer.account()) && !found.active())))
                .switchIfEmpty(Mono.error(NotAllowed::new));
    }
}
