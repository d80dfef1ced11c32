package hub.forum.enquiries.web;

import hub.forum.enquiries.AmbassadorMatching;
import hub.forum.enquiries.Enquiries;
import hub.forum.enquiries.Enquiry;
import hub.forum.enquiries.Matches;
import hub.platform.forms.Form;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Which ambassador could talk to somebody, for the recruitment officers. For everybody else it does not exist. */
@Controller
class DeskMatchController {
    private static final String DESK = "/enquiries/desk/";

    private final Enquiries enquiries;
    private final Matches matches;
    private final AmbassadorMatching matching;
    private final Accounts accounts;
    private final EnquiryWords words;

    DeskMatchController(
            Enquiries enquiries, Matches matches, AmbassadorMatching matching, Accounts accounts, EnquiryWords words) {
        this.enquiries = enquiries;
        this.matches = matches;
        this.matching = matching;
        this.accounts = accounts;
        this.words = words;
    }

    /** @param ambassador the account of whom is proposed */
    record ProposeForm(String ambassador) {
        ProposeForm {
            ambassador = InputText.orEmpty(ambassador);
        }
    }

    /** @param said heritage and faith in her own words, if the enquirer asked for some of it; empty otherwise */
    record Candidate(
            String id,
            String name,
            String places,
            List<String> reasons,
            List<String> against,
            List<String> said,
            boolean possible) {}

    /** @param waits whether somebody can be proposed now */
    record MatchPage(
            String id,
            String name,
            String interest,
            String household,
            String language,
            String background,
            boolean waits,
            List<Candidate> candidates) {}

    @GetMapping(DESK + "{id}/match")
    Mono<Rendering> match(@PathVariable String id, Viewer viewer) {
        return find(id, viewer).flatMap(found -> page(found, Form.of(new ProposeForm("")), viewer));
    }

    @PostMapping(DESK + "{id}/match")
    Mono<Rendering> propose(@PathVariable String id, Form<ProposeForm> form, Viewer viewer) {
        return find(id, viewer)
                .flatMap(found -> form.value().ambassador().isEmpty()
                        ? page(found, form, viewer)
                        : form.submit(
                                sent -> matches.propose(id, sent.ambassador(), viewer)
                                        .map(proposed -> Pages.seeOther(DESK + id)),
                                again -> page(found, again, viewer)));
    }

    @PostMapping(DESK + "{id}/unmatch")
    Mono<Rendering> unpropose(@PathVariable String id, Viewer viewer) {
        return find(id, viewer)
                .flatMap(found -> matches.unpropose(id, viewer))
                .map(waits -> Pages.seeOther(DESK + id))
                .onErrorResume(Rejected.class, already -> Mono.just(Pages.seeOther(DESK + id)));
    }

    private Mono<Enquiry> find(String id, Viewer viewer) {
        return enquiries.find(id, viewer).filter(enquiry -> enquiry.person() != null);
    }

    private Mono<Rendering> page(Enquiry found, Form<ProposeForm> form, Viewer viewer) {
        return matching.of(found, viewer)
                .flatMap(candidates -> accounts.names(candidates.stream()
                                .map(one -> one.ambassador().id())
                                .toList())
                        .map(names -> Pages.show("enquiries/match", page(found, candidates, names), form)));
    }

    private MatchPage page(Enquiry found, List<AmbassadorMatching.Candidate> candidates, Names names) {
        Enquiry.Person person = java.util.Objects.requireNonNull(found.person());
        return new MatchPage(
                found.id(),
                person.name(),
                words.say("enquiries.interest." + found.asked().interest().slug()),
                words.household(found.asked().wishes().household()),
                found.asked().wishes().language(),
                found.asked().wishes().background(),
                Enquiry.State.PROPOSED.mayFollow(found.state()) && found.talk().ambassador() == null,
                candidates.stream().map(one -> candidate(one, found, names)).toList());
    }

    private Candidate candidate(AmbassadorMatching.Candidate one, Enquiry found, Names names) {
        var profile = one.ambassador().profile();
        return new Candidate(
                one.ambassador().id(),
                names.of(one.ambassador().id()).name(),
                words.say(
                        "enquiries.places",
                        one.ambassador().taken(),
                        one.ambassador().capacity()),
                one.reasons().stream()
                        .map(reason -> words.say(
                                "enquiries.for." + reason.slug(),
                                found.asked().wishes().language(),
                                String.join(", ", one.said())))
                        .toList(),
                one.against().stream()
                        .map(against -> words.say(
                                "enquiries.against." + against.slug(),
                                found.asked().wishes().language()))
                        .toList(),
                found.asked().wishes().background().isEmpty()
                        ? List.of()
                        : java.util.stream.Stream.of(profile.heritage(), profile.faith())
                                .filter(text -> !text.isEmpty())
                                .toList(),
                one.possible());
    }
}
