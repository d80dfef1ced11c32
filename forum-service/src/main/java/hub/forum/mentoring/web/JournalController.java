package hub.forum.mentoring.web;

import hub.forum.mentoring.Journal;
import hub.forum.mentoring.Mentorship;
import hub.forum.mentoring.MentorshipWords;
import hub.forum.mentoring.Mentorships;
import hub.platform.forms.Form;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.text.Slug;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What the two note on the page of their mentorship. */
@Controller
class JournalController {
    private final Mentorships mentorships;
    private final Journal journal;
    private final MentorshipPages pages;

    JournalController(Mentorships mentorships, Journal journal, MentorshipPages pages) {
        this.mentorships = mentorships;
        this.journal = journal;
        this.pages = pages;
    }

    @PostMapping("/mentoring/{id}/goals")
    Mono<Rendering> goal(@PathVariable String id, Form<JournalForm> form, Viewer viewer) {
        return note(id, form, viewer, true, sent -> journal.addGoal(id, form.once(), sent.text(), viewer));
    }

    @PostMapping("/mentoring/{id}/goals/{goal}")
    Mono<Rendering> progress(
            @PathVariable String id, @PathVariable String goal, Form<JournalForm> form, Viewer viewer) {
        return note(
                id,
                form,
                viewer,
                true,
                sent -> journal.mark(
                        id,
                        goal,
                        Slug.find(MentorshipWords.Progress.class, sent.progress())
                                .orElse(MentorshipWords.Progress.NOT_YET),
                        viewer));
    }

    @PostMapping("/mentoring/{id}/contacts")
    Mono<Rendering> contact(@PathVariable String id, Form<JournalForm> form, Viewer viewer) {
        return note(id, form, viewer, false, sent -> journal.log(id, sent.contact(), viewer));
    }

    @PostMapping("/mentoring/{id}/next")
    Mono<Rendering> next(@PathVariable String id, Form<JournalForm> form, Viewer viewer) {
        return note(id, form, viewer, false, sent -> journal.meetNext(id, sent.nextDay(), viewer));
    }

    /** @param mentee whether the mentee alone notes it; else both do */
    private Mono<Rendering> note(
            String id,
            Form<JournalForm> form,
            Viewer viewer,
            boolean mentee,
            Function<JournalForm, Mono<Mentorship>> act) {
        return mentorships
                .find(id, viewer)
                .filter(found -> found.active()
                        && (mentee ? found.mentee().equals(viewer.account()) : found.isOf(viewer.account())))
                .flatMap(found -> form.submit(
                        sent -> act.apply(sent).map(done -> Pages.seeOther(done.path())),
                        again -> pages.show(found, again, viewer)));
    }
}
