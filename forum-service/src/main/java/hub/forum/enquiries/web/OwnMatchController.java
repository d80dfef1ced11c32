package hub.forum.enquiries.web;

import hub.forum.ambassadors.Ambassador;
import hub.forum.ambassadors.Ambassadors;
import hub.forum.enquiries.Enquiry;
import hub.forum.enquiries.Matches;
import hub.forum.enquiries.Talk;
import hub.platform.forms.Checked;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.forms.FormKey;
import hub.platform.forms.TypedDate;
import hub.platform.forms.Understood;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import hub.platform.time.Moment;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** An ambassador's own people: whom she is asked about, and whom she talks to. Before she has said yes, who it is is not on the page. */
@Controller
class OwnMatchController {
    private static final String MATCHES = "/enquiries/matches";
    private static final String ONE = MATCHES + "/{match}";

    private final Matches matches;
    private final Ambassadors ambassadors;
    private final EnquiryWords words;

    OwnMatchController(Matches matches, Ambassadors ambassadors, EnquiryWords words) {
        this.matches = matches;
        this.ambassadors = ambassadors;
        this.words = words;
    }

    /** @param name empty before she has accepted */
    record Line(String href, String name, String interest, String state, Moment since) {}

    record MatchesPage(List<Line> asked, List<Line> talking) {}

    @GetMapping(MATCHES)
    Mono<Rendering> all(Viewer viewer) {
        return ambassador(viewer)
                .thenMany(matches.own(viewer))
                .collectList()
                .map(all -> Pages.show(
                        "enquiries/matches",
                        new MatchesPage(
                                all.stream()
                                        .filter(one -> !one.accepted())
                                        .map(this::line)
                                        .toList(),
                                all.stream()
                                        .filter(Matches.Match::accepted)
                                        .map(this::line)
                                        .toList())));
    }

    private Mono<Void> ambassador(Viewer viewer) {
        return ambassadors
                .own(viewer)
                .filter(own -> own.state() != Ambassador.State.ENDED && own.state() != Ambassador.State.ASKED)
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .then();
    }

    private Line line(Matches.Match one) {
        Enquiry.Person person = one.person();
        return new Line(
                MATCHES + "/" + one.id(),
                person == null ? "" : person.name(),
                words.say("enquiries.interest." + one.interest().slug()),
                words.state(one.state()),
                words.at(one.askedAt()));
    }

    /** @param kind as in {@link Talk.Contact.Kind#slug} */
    record ContactForm(
            @Understood(message = "enquiries.contact.day.missing")
            TypedDate day,

            String kind,
            String formKey) implements Checked {
        ContactForm {
            formKey = FormKey.orFresh(formKey);
            day = TypedDate.orNone(day);
            kind = InputText.clean(kind);
        }

        static Form<ContactForm> empty() {
            return Form.of(new ContactForm(TypedDate.NONE, "", ""));
        }

        @Override
        public void check(Errors errors) {
            if (Slug.find(Talk.Contact.Kind.class, kind).isEmpty()) {
                errors.rejectValue("kind", "enquiries.contact.kind.missing");
            }
        }

        /** @param once of the form; see {@link Form#once} */
        Talk.Contact contact(String once) {
            return new Talk.Contact(
                    Ids.of("contact with " + once),
                    Objects.requireNonNull(day.date()),
                    Slug.find(Talk.Contact.Kind.class, kind).orElseThrow());
        }
    }

    /**
     * @param name empty before she has accepted; likewise phone, tel, email and question
     * @param visit the first visit; empty if none is booked
     * @param asksToAttend whether she has yet to say whether she comes along
     */
    record MatchPage(
            String path,
            boolean accepted,
            String name,
            String state,
            String interest,
            String wanted,
            String household,
            String language,
            String background,
            List<String> reasons,
            String phone,
            String tel,
            String email,
            List<String> question,
            String visit,
            boolean asksToAttend,
            List<String> contacts,
            List<Choice> kinds) {}

    @GetMapping(ONE)
    Mono<Rendering> match(@PathVariable String match, Viewer viewer) {
        return matches.find(match, viewer).map(found -> page(found, ContactForm.empty()));
    }

    @PostMapping(ONE + "/accept")
    Mono<Rendering> accept(@PathVariable String match, Viewer viewer) {
        return matches.find(match, viewer).flatMap(found -> after(found, matches.accept(match, viewer)));
    }

    @PostMapping(ONE + "/decline")
    Mono<Rendering> decline(@PathVariable String match, Viewer viewer) {
        return matches.find(match, viewer)
                .flatMap(found -> matches.decline(match, viewer)
                        .map(waits -> Pages.seeOther(MATCHES))
                        .onErrorResume(
                                Rejected.class,
                                refusal -> Mono.just(
                                        page(found, ContactForm.empty().refused(refusal)))));
    }

    /** @param comes yes or no */
    record AttendForm(String comes) {
        AttendForm {
            comes = InputText.clean(comes);
        }
    }

    @PostMapping(ONE + "/visit")
    Mono<Rendering> attend(@PathVariable String match, Form<AttendForm> form, Viewer viewer) {
        return matches.find(match, viewer)
                .flatMap(found ->
                        after(found, matches.attend(match, form.value().comes().equals("yes"), viewer)));
    }

    @PostMapping(ONE + "/contacts")
    Mono<Rendering> contact(@PathVariable String match, Form<ContactForm> form, Viewer viewer) {
        return matches.find(match, viewer)
                .filter(Matches.Match::accepted)
                .flatMap(found -> form.submit(
                        sent -> matches.log(match, sent.contact(form.once()), viewer)
                                .map(logged -> Pages.seeOther(MATCHES + "/" + match)),
                        again -> Mono.just(page(found, again))));
    }

    private Mono<Rendering> after(Matches.Match found, Mono<Matches.Match> act) {
        return act.map(done -> Pages.seeOther(MATCHES + "/" + done.id()))
                .onErrorResume(
                        Rejected.class,
                        refusal -> Mono.just(page(found, ContactForm.empty().refused(refusal))));
    }

    private Rendering page(Matches.Match found, Form<ContactForm> form) {
        Enquiry.Person person = found.person();
        Enquiry.Visit visit = found.visit();
        String phone = person == null ? "" : person.phone();
        return Pages.show(
                "enquiries/one-match",
                new MatchPage(
                        MATCHES + "/" + found.id(),
                        found.accepted(),
                        person == null ? "" : person.name(),
                        words.state(found.state()),
                        words.say("enquiries.interest." + found.interest().slug()),
                        words.say("enquiries.wanted." + found.wanted().slug()),
                        words.household(found.household()),
                        found.language(),
                        found.background(),
                        reasons(found),
                        phone,
                        phone.replaceAll("[^+0-9]", ""),
                        person == null ? "" : person.email(),
                        found.question().lines().filter(line -> !line.isBlank()).toList(),
                        visit == null
                                ? ""
                                : words.say(
                                        "enquiries.match.visit."
                                                + visit.attends().slug(),
                                        words.appointment(visit.at()),
                                        visit.where()),
                        visit != null
                                && found.state() == Enquiry.State.VISIT_BOOKED
                                && visit.attends() == Enquiry.Attends.ASKED,
                        words.contacts(found.contacts()),
                        words.contacts()),
                form);
    }

    private List<String> reasons(Matches.Match found) {
        return found.reasons().stream()
                .map(one -> words.say("enquiries.why." + one.slug(), found.language(), String.join(", ", found.said())))
                .toList();
    }
}
