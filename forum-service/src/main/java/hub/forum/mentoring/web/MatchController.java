package hub.forum.mentoring.web;

import hub.forum.mentoring.Matching;
import hub.forum.mentoring.Mentorship;
import hub.forum.mentoring.Mentorships;
import hub.forum.mentoring.Proposals;
import hub.forum.mentoring.mentors.Mentors;
import hub.platform.forms.Form;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import hub.platform.time.Moment;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The coordinator's pages: what waits, and who could mentor whom. */
@Controller
class MatchController {
    private final Mentorships mentorships;
    private final Matching matching;
    private final Proposals proposals;
    private final Accounts accounts;
    private final MentoringWords words;

    MatchController(
            Mentorships mentorships, Matching matching, Proposals proposals, Accounts accounts, MentoringWords words) {
        this.mentorships = mentorships;
        this.matching = matching;
        this.proposals = proposals;
        this.accounts = accounts;
        this.words = words;
    }

    /** In each state the longest first. */
    record RequestsPage(
            List<MentoringWords.Line> waiting, List<MentoringWords.Line> proposed, List<MentoringWords.Line> active) {}

    @GetMapping("/mentoring/requests")
    Mono<Rendering> requests(Viewer viewer) {
        if (!Mentors.matches(viewer)) {
            return Mono.error(new NotAllowed());
        }
        return Mono.zip(
                        mentorships.in(Mentorship.State.REQUESTED, viewer).collectList(),
                        mentorships.in(Mentorship.State.PROPOSED, viewer).collectList(),
                        mentorships.in(Mentorship.State.ACTIVE, viewer).collectList())
                .flatMap(all -> accounts.names(Stream.of(all.getT1(), all.getT2(), all.getT3())
                                .flatMap(List::stream)
                                .flatMap(one -> Stream.of(one.mentee(), MentoringWords.other(one, one.mentee())))
                                .filter(person -> !person.isEmpty())
                                .distinct()
                                .toList())
                        .map(names -> Pages.show(
                                "mentoring/requests",
                                new RequestsPage(
                                        all.getT1().stream()
                                                .map(one -> words.line(
                                                        one, "/mentoring/requests/" + one.id(), names, one.mentee()))
                                                .toList(),
                                        both(all.getT2(), names),
                                        both(all.getT3(), names)))));
    }

    private List<MentoringWords.Line> both(List<Mentorship> found, Names names) {
        return found.stream()
                .map(one -> words.line(one, one.path(), names, one.mentee(), MentoringWords.other(one, one.mentee())))
                .toList();
    }

    /** @param mentor the account of whom is proposed */
    record ProposeForm(String mentor) {
        ProposeForm {
            mentor = InputText.orEmpty(mentor);
        }
    }

    /**
     * One who could mentor her.
     *
     * @param topics what she knows of that was asked for; empty if nothing
     * @param language that was asked for, if she speaks it; empty otherwise
     */
    record Candidate(
            String id,
            String name,
            String experience,
            String availability,
            String places,
            String topics,
            String language,
            List<String> against,
            boolean possible) {}

    record MatchPage(
            String id,
            String mentee,
            String askedBy,
            Moment asked,
            String topics,
            String language,
            boolean waits,
            List<Candidate> candidates) {}

    @GetMapping("/mentoring/requests/{id}")
    Mono<Rendering> match(@PathVariable String id, Viewer viewer) {
        return find(id, viewer).flatMap(found -> page(found, Form.of(new ProposeForm("")), viewer));
    }

    @PostMapping("/mentoring/requests/{id}")
    Mono<Rendering> propose(@PathVariable String id, Form<ProposeForm> form, Viewer viewer) {
        return find(id, viewer)
                .flatMap(found -> form.value().mentor().isEmpty()
                        ? page(found, form, viewer)
                        : form.submit(
                                sent -> proposals
                                        .propose(id, sent.mentor(), viewer)
                                        .map(proposed -> Pages.seeOther("/mentoring/requests")),
                                again -> page(found, again, viewer)));
    }

    private Mono<Mentorship> find(String id, Viewer viewer) {
        return Mentors.matches(viewer) ? mentorships.find(id, viewer) : Mono.error(new NotAllowed());
    }

    private Mono<Rendering> page(Mentorship found, Form<ProposeForm> form, Viewer viewer) {
        return matching.of(found, viewer)
                .flatMap(candidates -> accounts.names(Stream.concat(
                                        Stream.of(found.mentee(), found.askedBy()),
                                        candidates.stream()
                                                .map(one -> one.mentor().id()))
                                .distinct()
                                .toList())
                        .map(names -> Pages.show("mentoring/match", page(found, candidates, names), form)));
    }

    private MatchPage page(Mentorship found, List<Matching.Candidate> candidates, Names names) {
        return new MatchPage(
                found.id(),
                names.of(found.mentee()).name(),
                found.askedBy().equals(found.mentee())
                        ? ""
                        : names.of(found.askedBy()).name(),
                words.at(found.askedAt()),
                words.topics(found.wish().topics()),
                found.wish().language(),
                found.state() == Mentorship.State.REQUESTED,
                candidates.stream()
                        .filter(one -> names.of(one.mentor().id()).approved())
                        .map(one -> candidate(one, found.wish().language(), names))
                        .toList());
    }

    private Candidate candidate(Matching.Candidate one, String language, Names names) {
        return new Candidate(
                one.mentor().id(),
                names.of(one.mentor().id()).name(),
                one.mentor().profile().experience(),
                one.mentor().profile().availability(),
                words.say("mentoring.places", one.mentor().taken(), one.mentor().capacity()),
                words.topics(one.topics()),
                one.speaks() ? language : "",
                words.against(one),
                one.possible());
    }
}
