package hub.forum.clusters;

import hub.forum.meetings.GroupMeeting;
import hub.forum.meetings.MeetingEvents;
import hub.forum.meetings.Meetings;
import hub.forum.meetings.Replies;
import hub.forum.meetings.Reply;
import hub.platform.due.DueWork;
import hub.platform.identity.EmailAddress;
import hub.platform.identity.NotAllowed;
import hub.platform.mail.Mails;
import hub.platform.mail.SignedLinks;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** People without an account who come to public dates. They show by a letter that their address is theirs; what they left here is erased when the meeting is over. */
@Service
public class Guests {
    static final String LINKS = "cluster-guests";
    static final String UNCONFIRMED = "clusters.unconfirmed";

    private static final Duration KEPT_UNCONFIRMED = Duration.ofDays(3);

    private final GuestStore store;
    private final Meetings meetings;
    private final Replies replies;
    private final Mails mails;
    private final SignedLinks links;
    private final DueWork due;
    private final Transactions transactions;
    private final Clock clock;

    Guests(
            GuestStore store,
            Meetings meetings,
            Replies replies,
            Mails mails,
            SignedLinks links,
            DueWork due,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.meetings = meetings;
        this.replies = replies;
        this.mails = mails;
        this.links = links;
        this.due = due;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whom a link leads to, and the date that it is about. */
    public record Found(Guest guest, GroupMeeting date) {}

    /**
     * Sends a letter with a link to the address. The answer is the same whether the address was known or not.
     *
     * @throws NotAllowed (as a signal) if there is no such public date that can be answered
     * @throws Rejected (as a signal) if no more letters go to the address
     */
    public Mono<Guest> ask(String meeting, String name, EmailAddress email, int adults, int children) {
        String address = email.value();
        Mono<Guest> fresh = Mono.fromSupplier(
                () -> Guest.ask(Ids.next(), meeting, address, name, adults, children, clock.instant()));
        return transactions.run(meetings.findPublic(meeting)
                .filter(found -> open(found))
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(found -> store.find(meeting, address)
                        .map(before -> before.askAgain(name, adults, children, clock.instant()))
                        .switchIfEmpty(fresh))
                .flatMap(store::put)
                .delayUntil(guest ->
                        mails.sendToGuest(GuestLetters.CONFIRM, guest.id(), guest.id() + ":" + guest.letters()))
                .delayUntil(guest -> guest.confirmed()
                        ? Mono.<Void>empty()
                        : due.at(UNCONFIRMED, guest.id(), clock.instant().plus(KEPT_UNCONFIRMED))));
    }

    /** Whether a public date can still be answered. */
    public boolean open(GroupMeeting date) {
        return date.meeting().on() && !date.meeting().started(clock.instant());
    }

    /** Where a guest's own page is. */
    public Mono<String> path(String guest) {
        return links.token(LINKS, guest).map(token -> "/clusters/replies/" + token);
    }

    /** What a link leads to; empty if we did not make it, or it is over. */
    public Mono<Found> find(String token) {
        return links.read(LINKS, token)
                .flatMap(store::find)
                .flatMap(guest -> meetings.findPublic(guest.meeting()).map(date -> new Found(guest, date)));
    }

    /** The answer as it stands; empty before it is confirmed. */
    public Mono<Reply> reply(Guest guest) {
        return replies.ofGuest(guest.meeting(), guest.id());
    }

    /**
     * From now on they come, or wait for a place. Done twice it is done once.
     *
     * @return empty if the link leads nowhere
     * @throws Rejected (as a signal) if it has begun, is over, or they are more than there are places
     */
    public Mono<Reply> confirm(String token) {
        return find(token).flatMap(found -> {
            Guest guest = found.guest();
            Reply.Wish wish = new Reply.Wish(true, guest.adults(), guest.children(), Set.of());
            // One transaction: a reply whose guest still counts as unconfirmed would keep the name when the guest is
            // forgotten.
            Mono<Void> confirmed = store.put(guest.confirm())
                    .then(due.cancel(UNCONFIRMED, guest.id()))
                    .then();
            return replies.answerAsGuest(guest.meeting(), guest.id(), guest.name(), wish, confirmed);
        });
    }

    /** All that they left here is gone, and their place is free. */
    public Mono<Void> erase(String token) {
        return find(token).flatMap(found -> erase(found.guest())).then();
    }

    private Mono<Void> erase(Guest guest) {
        return replies.eraseGuest(
                guest.meeting(), guest.id(), store.remove(guest.id()).then());
    }

    /** An address that nobody showed to be theirs is not kept. */
    Mono<Void> forgetUnconfirmed(String id) {
        return store.find(id)
                .filter(guest -> !guest.confirmed())
                .flatMap(guest -> store.remove(guest.id()))
                .then();
    }

    /** Guests hear by letter what others are told here. */
    Mono<Void> tell(String kind, String meeting, String once) {
        return store.of(meeting)
                .filter(Guest::confirmed)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(guest -> mails.sendToGuest(kind, guest.id(), guest.id() + ":" + once))
                .then();
    }

    /** Somebody who waited has a place; nothing if that is no guest. */
    Mono<Void> tellOfPlace(MeetingEvents.Promoted promoted) {
        String id = promoted.reply().substring(promoted.reply().indexOf(':') + 1);
        return store.find(id)
                .flatMap(guest -> mails.sendToGuest(GuestLetters.PLACE, id, id + ":place:" + promoted.ticket()))
                .then();
    }

    /** The meeting is over: who came as a guest stays a number. */
    Mono<Void> eraseAll(String meeting) {
        return store.of(meeting)
                .filter(Guest::confirmed)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(guest -> replies.forgetName(meeting, guest.id()))
                .then(store.removeAll(meeting));
    }
}
