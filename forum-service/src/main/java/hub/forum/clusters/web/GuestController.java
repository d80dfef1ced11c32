package hub.forum.clusters.web;

import hub.forum.clusters.Guest;
import hub.forum.clusters.Guests;
import hub.forum.meetings.GroupMeeting;
import hub.forum.meetings.Meeting;
import hub.forum.meetings.MeetingWords;
import hub.forum.meetings.Meetings;
import hub.forum.meetings.Reply;
import hub.platform.forms.Form;
import hub.platform.identity.Viewer;
import hub.platform.mail.PostBoxStore;
import hub.platform.pages.Pages;
import hub.platform.places.FamilyHub;
import hub.platform.places.Places;
import hub.platform.refusals.Rejected;
import hub.platform.requests.RateLimit;
import hub.platform.requests.TooMany;
import hub.platform.time.Times;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A public date, and saying without an account that one comes: a letter with a link, a page behind it, a button. Opening the link changes nothing: mail programs follow links too. */
@Controller
class GuestController {
    private static final Duration STRETCH = Duration.ofHours(1);

    private final Guests guests;
    private final Meetings meetings;
    private final Places places;
    private final MeetingWords words;
    private final PostBoxStore postBox;
    private final RateLimit limit;

    /**
     * @param letters how many letters a network may ask for in an hour: a family hub with its visitors is one
     * @param lettersInAll and everybody
     */
    GuestController(
            Guests guests,
            Meetings meetings,
            Places places,
            MeetingWords words,
            PostBoxStore postBox,
            @Value("${hearth.clusters.letters:40}") int letters,
            @Value("${hearth.clusters.letters-in-all:2000}") int lettersInAll) {
        this.guests = guests;
        this.meetings = meetings;
        this.places = places;
        this.words = words;
        this.postBox = postBox;
        this.limit = new RateLimit(letters, lettersInAll, STRETCH);
    }

    /**
     * @param own where somebody approved answers; null for whoever has no account
     * @param open whether it can still be answered
     */
    record DatePage(
            Meeting meeting,
            String cluster,
            String back,
            String date,
            String hours,
            @Nullable FamilyHub hub,
            List<String> expect,
            String tel,
            String changed,
            @Nullable String own,
            boolean open) {}

    @GetMapping("/clusters/dates/{meeting}")
    Mono<Rendering> date(@PathVariable String meeting, Viewer viewer) {
        return meetings.findPublic(meeting).flatMap(found -> page(found, Form.of(GuestForm.empty()), viewer));
    }

    @PostMapping("/clusters/dates/{meeting}/reply")
    Mono<Rendering> reply(
            @PathVariable String meeting, Form<GuestForm> form, Viewer viewer, ServerWebExchange exchange) {
        return meetings.findPublic(meeting)
                .filter(guests::open)
                .flatMap(found -> form.submit(sent -> ask(found, sent, exchange), again -> page(found, again, viewer)));
    }

    /** @param link to the page, where there is no mail server; else null */
    record AskedPage(
            String cluster,
            String back,
            String email,
            @Nullable String link) {}

    private Mono<Rendering> ask(GroupMeeting found, GuestForm sent, ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> TooMany.unless(limit, exchange))
                .then(guests.ask(found.id(), sent.name(), sent.address(), sent.adultsCount(), sent.childrenCount()))
                .flatMap(guest -> linkWithoutMail(guest)
                        .map(link -> Pages.show(
                                "clusters/asked",
                                new AskedPage(
                                        found.group().name(),
                                        "/clusters/dates/" + found.id(),
                                        sent.address().value(),
                                        link.orElse(null)))));
    }

    /** A hub without a mail server, such as the demo, has nobody else to bring the letter. A link to somebody's confirmed answer is not given out so. */
    private Mono<Optional<String>> linkWithoutMail(Guest guest) {
        return postBox.isOpen() && !guest.confirmed()
                ? guests.path(guest.id()).map(Optional::of)
                : Mono.just(Optional.empty());
    }

    private Mono<Rendering> page(GroupMeeting found, Form<GuestForm> form, Viewer viewer) {
        Meeting meeting = found.meeting();
        Mono<Optional<FamilyHub>> hub =
                places.find(meeting.details().hub()).map(Optional::of).defaultIfEmpty(Optional.empty());
        return Mono.zip(hub, words.changes(meeting))
                .map(all -> new DatePage(
                        meeting,
                        found.group().name(),
                        "/clusters/" + found.group().id(),
                        Times.inFull(meeting.details().wallStart().date()),
                        words.hours(meeting),
                        all.getT1().orElse(null),
                        ClusterController.lines(meeting.details().expect()),
                        meeting.details().phone().replaceAll("[^+0-9]", ""),
                        all.getT2(),
                        viewer.approved() ? meeting.path() : null,
                        guests.open(found)))
                .map(page -> Pages.show("clusters/date", page, form));
    }

    /**
     * @param said what became of the answer; empty before it is confirmed
     * @param open whether it can still be confirmed
     */
    record ReplyPage(
            String token,
            String name,
            String people,
            String title,
            String when,
            String back,
            String said,
            boolean confirmed,
            boolean open) {}

    @GetMapping("/clusters/replies/{token}")
    Mono<Rendering> own(@PathVariable String token) {
        return guests.find(token).flatMap(found -> ownPage(token, found));
    }

    private Mono<Rendering> ownPage(String token, Guests.Found found) {
        Guest guest = found.guest();
        Meeting meeting = found.date().meeting();
        return guests.reply(guest)
                .map(this::said)
                .defaultIfEmpty("")
                .map(said -> new ReplyPage(
                        token,
                        guest.name(),
                        words.people(guest.adults(), guest.children()),
                        meeting.details().title(),
                        words.day(meeting),
                        "/clusters/dates/" + meeting.id(),
                        said,
                        guest.confirmed(),
                        guests.open(found.date())))
                .map(page -> Pages.show("clusters/reply", page));
    }

    private String said(Reply reply) {
        return words.say(reply.going() ? "clusters.own.going" : "clusters.own.waiting");
    }

    /** @param why a finished sentence */
    record CannotPage(String why, String back) {}

    @PostMapping("/clusters/replies/{token}/confirm")
    Mono<Rendering> confirm(@PathVariable String token) {
        return guests.find(token)
                .flatMap(found -> guests.confirm(token)
                        .map(reply -> Pages.seeOther("/clusters/replies/" + token))
                        .onErrorResume(
                                Rejected.class,
                                refusal -> Mono.just(Pages.refuse(
                                        "clusters/cannot",
                                        new CannotPage(
                                                words.say(refusal.messageKey(), refusal.arguments()),
                                                "/clusters/dates/"
                                                        + found.date().id())))));
    }

    @PostMapping("/clusters/replies/{token}/erase")
    Mono<Rendering> erase(@PathVariable String token) {
        return guests.find(token).flatMap(found -> guests.erase(token).thenReturn(Pages.seeOther("/clusters/erased")));
    }

    /** Of nobody in particular: nothing is left to show. */
    record ErasedPage() {}

    @GetMapping("/clusters/erased")
    Mono<Rendering> erased() {
        return Mono.just(Pages.show("clusters/erased", new ErasedPage()));
    }
}
