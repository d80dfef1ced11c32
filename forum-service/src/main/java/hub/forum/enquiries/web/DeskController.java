package hub.forum.enquiries.web;

import hub.forum.enquiries.Asked;
import hub.forum.enquiries.Enquiries;
import hub.forum.enquiries.Enquiry;
import hub.forum.enquiries.Talk;
import hub.platform.calendar.WallTime;
import hub.platform.calendar.WorkingDays;
import hub.platform.figures.web.CsvAnswer;
import hub.platform.forms.Form;
import hub.platform.forms.Text;
import hub.platform.forms.TypedDate;
import hub.platform.forms.TypedTime;
import hub.platform.forms.Understood;
import hub.platform.identity.Accounts;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import hub.platform.time.Moment;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The recruitment officers' pages. For everybody else they do not exist. */
@Controller
class DeskController {
    private static final String DESK = "/enquiries/desk/";

    private final Enquiries enquiries;
    private final Accounts accounts;
    private final EnquiryWords words;
    private final WorkingDays workingDays;
    private final Clock clock;

    DeskController(Enquiries enquiries, Accounts accounts, EnquiryWords words, WorkingDays workingDays, Clock clock) {
        this.enquiries = enquiries;
        this.accounts = accounts;
        this.words = words;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** @param waits how long nobody has answered, in words; empty once somebody has */
    record Line(String id, String name, String interest, Moment since, String waits) {}

    record Group(String state, List<Line> lines) {}

    record DeskPage(List<Group> groups) {}

    @GetMapping("/enquiries/desk")
    Mono<Rendering> desk(Viewer viewer) {
        if (!Enquiries.answers(viewer)) {
            return Mono.error(new NotAllowed());
        }
        return Flux.fromArray(Enquiry.State.values())
                .filter(Enquiry.State::open)
                .concatMap(state -> enquiries
                        .in(state, viewer)
                        .map(this::line)
                        .collectList()
                        .map(lines -> new Group(words.state(state), lines)))
                .collectList()
                .map(groups -> Pages.show("enquiries/desk", new DeskPage(groups)));
    }

    private Line line(Enquiry enquiry) {
        return new Line(
                enquiry.id(),
                name(enquiry),
                words.say("enquiries.interest." + enquiry.asked().interest().slug()),
                words.at(enquiry.since()),
                waits(enquiry));
    }

    private static String name(Enquiry enquiry) {
        Enquiry.Person person = enquiry.person();
        return person == null ? "" : person.name();
    }

    private String waits(Enquiry enquiry) {
        return enquiry.state() == Enquiry.State.RECEIVED
                ? words.say(
                        enquiry.raisedAt() == null ? "enquiries.waits" : "enquiries.waits.raised",
                        workingDays.since(enquiry.receivedAt(), clock.instant()))
                : "";
    }

    /** @param where in a line; attends: whether the ambassador is asked to come along */
    record VisitForm(
            @Understood(message = "enquiries.visit.date.missing")
            TypedDate date,

            @Understood(message = "enquiries.visit.time.missing")
            TypedTime time,

            @Text(least = 3, most = 200, message = "enquiries.visit.where.length")
            String where,

            @Nullable Boolean attends) {
        VisitForm {
            date = TypedDate.orNone(date);
            time = TypedTime.orNone(time);
            where = InputText.clean(where);
        }

        static Form<VisitForm> empty() {
            return Form.of(new VisitForm(TypedDate.NONE, TypedTime.NONE, "", null));
        }

        Enquiry.Visit visit() {
            return new Enquiry.Visit(
                    WallTime.of(Objects.requireNonNull(date.date()), Objects.requireNonNull(time.time()))
                            .instant(),
                    where,
                    Boolean.TRUE.equals(attends) ? Enquiry.Attends.ASKED : Enquiry.Attends.NO);
        }
    }

    record Dated(String state, Moment at) {}

    /**
     * Who talks to them as a carer.
     *
     * @param wishes what they asked for; empty if nothing
     * @param name of whoever is proposed or has accepted; empty if nobody
     * @param said that she is asked, or has accepted
     * @param proposes whether somebody can be proposed
     */
    record Carer(
            boolean wanted,
            String wishes,
            String name,
            String said,
            boolean accepted,
            boolean proposes,
            List<String> contacts) {}

    /** @param moves the states that it may be put into by a button, by slug with its word */
    record EnquiryPage(
            String id,
            String name,
            String reference,
            String phone,
            String tel,
            String email,
            String interest,
            String wanted,
            String source,
            List<String> question,
            String state,
            String waits,
            String visit,
            String passed,
            List<Dated> history,
            Map<String, String> moves,
            boolean books,
            boolean passes,
            Carer carer) {}

    @GetMapping("/enquiries/desk/{id}")
    Mono<Rendering> enquiry(@PathVariable String id, Viewer viewer) {
        return find(id, viewer).flatMap(found -> page(found, VisitForm.empty()));
    }

    private Mono<Enquiry> find(String id, Viewer viewer) {
        return enquiries.find(id, viewer).filter(enquiry -> enquiry.person() != null);
    }

    private Mono<Rendering> page(Enquiry found, Form<VisitForm> form) {
        String ambassador = found.talk().ambassador();
        return accounts.names(ambassador == null ? List.of() : List.of(ambassador))
                .map(names -> page(
                        found,
                        carer(
                                found,
                                ambassador == null ? "" : names.of(ambassador).name()),
                        form));
    }

    private Carer carer(Enquiry found, String name) {
        Asked.Wishes wishes = found.asked().wishes();
        Talk talk = found.talk();
        return new Carer(
                wishes.carer(),
                words.wishes(wishes),
                name,
                name.isEmpty()
                        ? ""
                        : words.say(talk.accepted() ? "enquiries.talk.accepted" : "enquiries.talk.asked", name),
                talk.accepted(),
                Enquiry.State.PROPOSED.mayFollow(found.state()) && talk.ambassador() == null,
                words.contacts(talk.contacts()));
    }

    private Rendering page(Enquiry found, Carer carer, Form<VisitForm> form) {
        Enquiry.Person person = Objects.requireNonNull(found.person());
        Enquiry.Visit visit = found.visit();
        Instant passed = found.passedAt();
        return Pages.show(
                "enquiries/enquiry",
                new EnquiryPage(
                        found.id(),
                        person.name(),
                        Objects.requireNonNull(found.reference()),
                        person.phone(),
                        person.phone().replaceAll("[^+0-9]", ""),
                        person.email(),
                        words.say(
                                "enquiries.interest." + found.asked().interest().slug()),
                        words.say("enquiries.wanted." + found.asked().wanted().slug()),
                        words.say("enquiries.source." + found.asked().source().slug()),
                        found.asked()
                                .question()
                                .lines()
                                .filter(one -> !one.isBlank())
                                .toList(),
                        words.state(found),
                        waits(found),
                        visit == null
                                ? ""
                                : words.say(
                                        "enquiries.visit.line."
                                                + visit.attends().slug(),
                                        words.appointment(visit.at()),
                                        visit.where()),
                        passed == null ? "" : words.day(passed),
                        found.history().reversed().stream()
                                .map(one -> new Dated(words.state(one.state()), words.at(one.at())))
                                .toList(),
                        moves(found),
                        Enquiry.State.VISIT_BOOKED.mayFollow(found.state()),
                        passed == null
                                && found.state() != Enquiry.State.WITHDRAWN
                                && found.state() != Enquiry.State.NOT_PROCEEDING,
                        carer),
                form);
    }

    private Map<String, String> moves(Enquiry found) {
        Map<String, String> moves = new java.util.LinkedHashMap<>();
        found.moves().stream()
                .filter(state -> state != Enquiry.State.WITHDRAWN)
                .forEach(state -> moves.put(state.slug(), words.say("enquiries.move." + state.slug())));
        return moves;
    }

    /** @param to as in {@link Enquiry.State#slug} */
    record MoveForm(String to) {
        MoveForm {
            to = InputText.clean(to);
        }

        Optional<Enquiry.State> state() {
            return Slug.find(Enquiry.State.class, to);
        }
    }

    @PostMapping("/enquiries/desk/{id}/move")
    Mono<Rendering> move(@PathVariable String id, Form<MoveForm> form, Viewer viewer) {
        return find(id, viewer)
                .flatMap(found -> form.value()
                        .state()
                        .map(state -> after(found, enquiries.move(id, state, viewer)))
                        .orElseGet(() -> Mono.just(Pages.seeOther(DESK + id))));
    }

    @PostMapping("/enquiries/desk/{id}/pass")
    Mono<Rendering> pass(@PathVariable String id, Viewer viewer) {
        return find(id, viewer).flatMap(found -> after(found, enquiries.pass(id, viewer)));
    }

    private Mono<Rendering> after(Enquiry found, Mono<Enquiry> act) {
        return act.map(done -> Pages.seeOther(DESK + done.id()))
                .onErrorResume(
                        Rejected.class, refusal -> page(found, VisitForm.empty().refused(refusal)));
    }

    @PostMapping("/enquiries/desk/{id}/visit")
    Mono<Rendering> visit(@PathVariable String id, Form<VisitForm> form, Viewer viewer) {
        return find(id, viewer)
                .flatMap(found -> form.submit(
                        sent -> enquiries.book(id, sent.visit(), viewer).map(booked -> Pages.seeOther(DESK + id)),
                        again -> page(found, again)));
    }

    /** For the regional recruitment hub. */
    @GetMapping("/enquiries/passed.csv")
    Mono<ResponseEntity<byte[]>> passed(Viewer viewer) {
        return enquiries.passed(viewer).collectList().map(all -> {
            List<List<String>> lines = new ArrayList<>();
            lines.add(List.of("Reference", "Name", "Phone", "Email", "Interest", "Received", "Passed on"));
            all.forEach(one -> lines.add(row(one)));
            return CsvAnswer.of("enquiries passed to the regional hub", lines);
        });
    }

    private List<String> row(Enquiry one) {
        Enquiry.Person person = Objects.requireNonNull(one.person());
        return List.of(
                Objects.requireNonNull(one.reference()),
                person.name(),
                person.phone(),
                person.email(),
                words.say("enquiries.interest." + one.asked().interest().slug()),
                words.day(one.receivedAt()),
                words.day(Objects.requireNonNull(one.passedAt())));
    }

    /** @param erased the day on which it is erased */
    record Ended(String id, String name, String state, Moment since, String erased) {}

    record ErasurePage(List<Ended> ended) {}

    @GetMapping("/enquiries/erasure")
    Mono<Rendering> erasure(Viewer viewer) {
        return enquiries
                .toErase(viewer)
                .map(one -> new Ended(
                        one.id(),
                        name(one),
                        words.state(one),
                        words.at(one.since()),
                        words.day(enquiries.erasedAt(Objects.requireNonNull(one.endedAt())))))
                .collectList()
                .map(ended -> Pages.show("enquiries/erasure", new ErasurePage(ended)));
    }
}
