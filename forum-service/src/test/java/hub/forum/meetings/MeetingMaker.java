package hub.forum.meetings;

import hub.forum.groups.Group;
import hub.forum.places.PlaceMaker;
import hub.platform.identity.Account;
import hub.platform.mongo.Ids;
import hub.testkit.TestFixture;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts meetings into the hub: {@code meeting.of(group).called("Tea").in(10).withPlaces(15).there()}. */
@TestFixture
public class MeetingMaker {
    private static final Duration SHORT = Duration.ofSeconds(10);

    private final MeetingStore store;
    private final ReplyStore replies;
    private final MeetingSchedule schedule;
    private final PlaceMaker placing;
    private final Clock clock;

    MeetingMaker(MeetingStore store, ReplyStore replies, MeetingSchedule schedule, PlaceMaker placing, Clock clock) {
        this.store = store;
        this.replies = replies;
        this.schedule = schedule;
        this.placing = placing;
        this.clock = clock;
    }

    public Plan of(Group group) {
        return new Plan(group);
    }

    Reply reply(Meeting meeting, Account person, Reply.Answer answer, int ticket) {
        Reply reply = Reply.of(
                meeting,
                person.id(),
                null,
                new Reply.Wish(answer != Reply.Answer.NOT_GOING, 1, 0, Set.of(Reply.Reminder.DAY)),
                answer,
                ticket,
                null,
                clock.instant());
        return Objects.requireNonNull(replies.put(reply).block(SHORT));
    }

    Reply guest(Meeting meeting, String name, int ticket) {
        Reply reply = Reply.of(
                meeting,
                Ids.next(),
                name,
                new Reply.Wish(true, 1, 0, Set.of()),
                Reply.Answer.GOING,
                ticket,
                null,
                clock.instant());
        return Objects.requireNonNull(replies.put(reply).block(SHORT));
    }

    /** A meeting that is about to be. */
    public class Plan {
        private final Group group;
        private String title = "Tea and talk";
        private String online = "";
        private String expect = "Toys on the floor";
        private int days = 10;
        private @Nullable Integer places;
        private @Nullable Activity activity;

        Plan(Group group) {
            this.group = group;
        }

        public Plan called(String name) {
            title = name;
            return this;
        }

        public Plan expecting(String what) {
            expect = what;
            return this;
        }

        public Plan withLink(String link) {
            online = link;
            return this;
        }

        /** As a social activity with lifts; for all households, if none is given. */
        public Plan asActivity(String... households) {
            activity = new Activity(
                    "", "Free", Set.of(), "None, please", true, households.length == 0, Set.of(households), null);
            return this;
        }

        /** In so many days. */
        public Plan in(int someDays) {
            days = someDays;
            return this;
        }

        public Plan withPlaces(int some) {
            places = some;
            return this;
        }

        public Meeting draft() {
            Instant start = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(days));
            MeetingDetails details = new MeetingDetails(
                    title,
                    start,
                    start.plus(Duration.ofHours(2)),
                    placing.aHub("Elm Lane Family Hub").id(),
                    online,
                    true,
                    "Tea",
                    expect,
                    "Janet",
                    "",
                    "",
                    places,
                    "Janet",
                    "01632 960180",
                    "",
                    activity);
            Meeting draft = Meeting.draft(Ids.next(), group.id(), details, null, clock.instant(), "nobody");
            return Objects.requireNonNull(store.insert(draft).block(SHORT));
        }

        /** One that is over. */
        public Meeting held() {
            Meeting draft = in(-2).draft();
            Meeting held = draft.publish(draft.details().starts().minus(Duration.ofDays(7)))
                    .hold(clock.instant());
            return Objects.requireNonNull(store.replace(held, draft.version()).block(SHORT));
        }

        public Meeting there() {
            Meeting draft = draft();
            Meeting published = draft.publish(clock.instant());
            return Objects.requireNonNull(store.replace(published, draft.version())
                    .delayUntil(schedule::of)
                    .block(SHORT));
        }
    }
}
