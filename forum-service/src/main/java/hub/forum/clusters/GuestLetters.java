package hub.forum.clusters;

import hub.forum.meetings.GroupMeeting;
import hub.forum.meetings.MeetingEvents;
import hub.forum.meetings.MeetingWords;
import hub.forum.meetings.Meetings;
import hub.platform.due.DueHandler;
import hub.platform.events.EventConsumer;
import hub.platform.identity.EmailAddress;
import hub.platform.mail.GuestMailKind;
import hub.platform.mail.Letter;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** What guests are written: their link; that something changed; that there is a place. A public date may stand in it, who comes may not. */
@Configuration(proxyBeanMethods = false)
class GuestLetters {
    static final String CONFIRM = "clusters.confirm";
    static final String PLACE = "clusters.place";
    private static final String CHANGED = "clusters.changed";
    private static final String CANCELLED = "clusters.cancelled";

    private final GuestStore store;
    private final Guests guests;
    private final Meetings meetings;
    private final MeetingWords words;

    GuestLetters(GuestStore store, Guests guests, Meetings meetings, MeetingWords words) {
        this.store = store;
        this.guests = guests;
        this.meetings = meetings;
        this.words = words;
    }

    @Bean
    GuestMailKind guestConfirms() {
        return letter(CONFIRM);
    }

    @Bean
    GuestMailKind guestHasPlace() {
        return letter(PLACE);
    }

    @Bean
    GuestMailKind guestHearsOfChange() {
        return letter(CHANGED);
    }

    @Bean
    GuestMailKind guestHearsOfCancellation() {
        return letter(CANCELLED);
    }

    @Bean
    EventConsumer guestsOfMeetings() {
        return EventConsumer.named("cluster-guests")
                .on(
                        MeetingEvents.Changed.class,
                        changed -> guests.tell(CHANGED, changed.meeting(), "changed:" + changed.sequence()))
                .on(
                        MeetingEvents.Cancelled.class,
                        cancelled -> guests.tell(CANCELLED, cancelled.meeting(), "cancelled"))
                .on(MeetingEvents.Promoted.class, guests::tellOfPlace)
                .on(MeetingEvents.Over.class, over -> guests.eraseAll(over.meeting()));
    }

    @Bean
    DueHandler unconfirmedGuest() {
        return new DueHandler() {
            @Override
            public String kind() {
                return Guests.UNCONFIRMED;
            }

            @Override
            public Mono<Void> handle(String subject, Instant due) {
                return guests.forgetUnconfirmed(subject);
            }
        };
    }

    private GuestMailKind letter(String kind) {
        return new GuestMailKind() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public Mono<Addressed> write(String about) {
                return store.find(about)
                        .flatMap(guest -> Mono.zip(meetings.findPublic(guest.meeting()), guests.path(guest.id()))
                                .map(found -> new Addressed(
                                        guest.name(),
                                        new EmailAddress(guest.email()),
                                        said(kind, found.getT1(), found.getT2()))));
            }
        };
    }

    private Letter said(String kind, GroupMeeting date, String path) {
        String when = words.day(date.meeting());
        return new Letter(
                Letter.Text.of(kind + ".subject"),
                Letter.Text.of(kind + ".lead"),
                List.of(Letter.Text.of("clusters.letter.date", date.group().name(), when)),
                Letter.Text.of(kind + ".button"),
                path);
    }
}
