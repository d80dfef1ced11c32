package hub.resources.training.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import hub.platform.tellings.Telling;
import hub.resources.ResourcesIT;
import hub.resources.training.TrainingTeam;
import hub.resources.training.booking.Booking.State;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.People;
import hub.testkit.TestClock;
import hub.testkit.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Flux;

/** PlaceSteps on a course: booked with one tap, waited for in order, given up, and given on. */
@ResourcesIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BookingIT {
    private static final Duration LONG = Duration.ofMinutes(3);

    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    Accounts accounts;

    @Autowired
    Bookings bookings;

    @Autowired
    TestClock clock;

    @Autowired
    ReactiveMongoTemplate mongo;

    TrainingTeam team;
    String course;

    @BeforeAll
    void aCourse() {
        team = new TrainingTeam(browsing.as(people.with("Helen", Role.STAFF_EDITOR)));
        course = team.course("carers", "Recording made easier");
    }

    @Test
    void aCarerBooksWithOneTapAndASecondTapIsTheSame() {
        String date = team.opens(course, day(30), 14);
        Session amina = browsing.as(people.carer("Amina"));
        assertThat(amina.get("/training").body()).contains("Recording made easier", "href=\"" + date + "\"");
        Page page = amina.get(date);
        assertThat(page.body()).contains(Words.of("training.book.button"), Words.of("training.phase.open", 14));
        String key = page.formKey();
        assertThat(amina.post(date + "/book", "formKey", key).location()).isEqualTo(date + "?done=booked");
        assertThat(amina.post(date + "/book", "formKey", key).location()).isEqualTo(date + "?done=booked");
        assertThat(amina.get(date).body())
                .contains(Words.of("training.state.booked"), Words.of("training.phase.open", 13))
                .doesNotContain(Words.of("training.book.button"));
        assertThat(amina.get("/training/bookings").body()).contains("href=\"" + date + "\"");
        Page again = amina.post(date + "/book", "formKey", Ids.next());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains(Words.of("training.refused.bookedAlready"));
    }

    @Test
    void whoeverGivesUpTheirPlaceMakesRoomForTheFirstWhoWaits() {
        String date = team.opens(course, day(31), 1);
        Session first = booked(date, people.carer("First"), "booked");
        Account second = people.carer("Second");
        Session waits = booked(date, second, "waiting");
        booked(date, people.carer("Third"), "waiting");
        assertThat(waits.get(date).body())
                .contains(Words.of("training.state.waiting"), Words.of("training.own.before", 0));
        assertThat(first.post(date + "/give-up", "who", "me").location()).isEqualTo(date + "?done=given-up");
        assertThat(waits.get(date).body()).contains(Words.of("training.state.booked"));
        assertThat(toldTo(second)).contains("tellings.training.promoted");
        assertThat(first.get(date).body()).contains(Words.of("training.book.wait"));
    }

    @Test
    void withinADayOfTheStartAPlaceIsOfferedAndGoesOnWhenNobodyAnswers() {
        String date = team.opens(course, day(2), 1);
        Session first = booked(date, people.carer("Early"), "booked");
        Session second = booked(date, people.carer("Asked"), "waiting");
        Session third = booked(date, people.carer("Next"), "waiting");
        Duration untilTwelveHoursBefore = Duration.between(
                clock.instant(),
                day(2).atTime(10, 0)
                        .atZone(hub.platform.time.Times.LONDON)
                        .toInstant()
                        .minus(Duration.ofHours(12)));
        clock.forward(untilTwelveHoursBefore);
        try {
            assertThat(first.post(date + "/give-up", "who", "me").status()).isEqualTo(303);
            assertThat(second.get(date).body()).contains(Words.of("training.own.accept"));
            clock.forward(Duration.ofHours(5));
            org.awaitility.Awaitility.await()
                    .untilAsserted(() -> assertThat(third.get(date).body()).contains(Words.of("training.own.accept")));
            assertThat(second.post(date + "/accept").status()).isEqualTo(409);
            assertThat(third.post(date + "/accept").location()).isEqualTo(date + "?done=accepted");
            assertThat(third.get(date).body()).contains(Words.of("training.state.booked"));
        } finally {
            clock.forward(untilTwelveHoursBefore.plusHours(5).negated());
        }
    }

    @Test
    void twoOfAHouseholdBookTogetherAndOneCanStayAtHome() {
        String date = team.opens(course, day(33), 2);
        Account carol = people.ofHousehold("Carol", "fenwick", Approval.APPROVED, Role.CARER);
        Account joe = people.ofHousehold("Joe", "fenwick", Approval.APPROVED, Role.CARER);
        Account other = people.carer("Other");
        Session books = browsing.as(carol);
        Page page = books.get(date);
        assertThat(page.body()).contains("value=\"" + joe.id() + "\"").doesNotContain("value=\"" + other.id() + "\"");
        Page refused = books.post(date + "/book", "formKey", page.formKey(), "with", other.id());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(books.post(date + "/book", "formKey", page.formKey(), "with", joe.id(), "needs", "A hearing loop")
                        .location())
                .isEqualTo(date + "?done=booked");
        Session partner = browsing.as(joe);
        assertThat(partner.get(date).body()).contains(Words.of("training.own.with", "Carol"));
        assertThat(team.session().get(date + "/people").body()).contains("Carol, Joe", "A hearing loop");
        assertThat(browsing.as(other).get(date).body()).doesNotContain("A hearing loop", "Carol");
        assertThat(partner.post(date + "/give-up", "who", "me").status()).isEqualTo(303);
        assertThat(books.get(date).body())
                .contains(Words.of("training.state.booked"), Words.of("training.phase.open", 1));
    }

    @Test
    void moreAndFewerPlacesDoTheRightThing() {
        String date = team.opens(course, day(34), 1);
        booked(date, people.carer("One"), "booked");
        Session two = booked(date, people.carer("Two"), "waiting");
        assertThat(team.changes(date, day(34), 2).location()).isEqualTo(date + "?done=changed");
        assertThat(two.get(date).body()).contains(Words.of("training.state.booked"));
        Page fewer = team.changes(date, day(34), 1);
        assertThat(fewer.status()).isEqualTo(422);
        assertThat(fewer.body()).contains(Words.of("training.refused.tooFewPlaces", 2), "value=\"1\"");
    }

    @Test
    void whoeverBookedIsToldOfAnotherDayAndThatItIsCalledOff() {
        String date = team.opens(course, day(35), 4);
        Account told = people.carer("Told");
        Session session = booked(date, told, "booked");
        assertThat(team.changes(date, day(36), 4).status()).isEqualTo(303);
        assertThat(toldTo(told)).contains("tellings.training.moved");
        assertThat(team.session().post(date + "/call-off", "reason", "").status())
                .isEqualTo(422);
        assertThat(team.session()
                        .post(date + "/call-off", "reason", "The trainer is ill")
                        .status())
                .isEqualTo(303);
        assertThat(toldTo(told)).containsExactly("tellings.training.calledOff");
        assertThat(session.get(date).body()).contains("The trainer is ill", Words.of("training.phase.cancelled"));
        assertThat(session.get("/training/bookings").body()).contains(Words.of("training.state.called-off"));
        assertThat(session.post(date + "/book", "formKey", Ids.next()).status()).isEqualTo(409);
    }

    @Test
    void theTeamBooksForSomebodyWhoIsToldAndItIsWrittenDown() {
        String date = team.opens(course, day(37), 3);
        Account rings = people.carer("Rings Up");
        people.carer("Rings Often");
        String key = team.session().get(date + "/people").formKey();
        Page choose = team.session().post(date + "/people/add", "person", "rings", "formKey", key);
        assertThat(choose.body()).contains("Rings Up", "Rings Often", "type=\"radio\"");
        assertThat(team.session()
                        .post(date + "/people/add", "person", "rings", "formKey", key, "chosen", rings.id())
                        .status())
                .isEqualTo(303);
        assertThat(toldTo(rings)).containsExactly("tellings.training.bookedFor");
        assertThat(browsing.as(rings).get(date).body()).contains(Words.of("training.state.booked"));
        assertThat(mongo.count(
                                Query.query(where("act")
                                        .is("training.bookFor")
                                        .and("subject")
                                        .is(rings.id())),
                                "audit_log")
                        .block(LONG))
                .isEqualTo(1);
        Page nobody = team.session().post(date + "/people/add", "person", "Nobody Such", "formKey", Ids.next());
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.body()).contains(Words.of("training.refused.nobodySuch"));
    }

    @Test
    void whoeverIsNoLongerApprovedIsPassedBy() {
        String date = team.opens(course, day(38), 1);
        Session first = booked(date, people.carer("Holds"), "booked");
        Account paused = people.carer("Paused");
        booked(date, paused, "waiting");
        Session next = booked(date, people.carer("Behind"), "waiting");
        Viewer administrator = viewer(people.with("Ada", Role.ADMINISTRATOR));
        accounts.suspend(paused.id(), administrator).block(LONG);
        assertThat(first.post(date + "/give-up", "who", "me").status()).isEqualTo(303);
        assertThat(next.get(date).body()).contains(Words.of("training.state.booked"));
    }

    @Test
    void whoeverHasAPlaceIsRemindedAWeekBefore() {
        String date = team.opens(course, day(20), 5);
        Account goes = people.carer("Goes");
        booked(date, goes, "booked");
        clock.forward(Duration.ofDays(14));
        try {
            org.awaitility.Awaitility.await()
                    .untilAsserted(() -> assertThat(toldTo(goes)).contains("tellings.training.week"));
        } finally {
            clock.forward(Duration.ofDays(-14));
        }
    }

    @Test
    void fiveHundredAtOnceFillTwentyPlacesAndTheRestWaitInOrder() {
        String date = team.opens(course, day(60), 20);
        String session = date.substring(date.lastIndexOf('/') + 1);
        List<Viewer> crowd = Flux.range(0, 500)
                .map(number -> people.carer("Crowd " + number))
                .map(this::viewer)
                .collectList()
                .block(LONG);
        List<Booking> answers = Flux.fromIterable(Objects.requireNonNull(crowd))
                .flatMap(
                        viewer ->
                                bookings.book(session, new Bookings.Ask(List.of(viewer.id()), "", Ids.next()), viewer),
                        500)
                .collectList()
                .block(LONG);
        List<Booking> stored = mongo.find(Query.query(where("session").is(session)), Booking.class, "training_bookings")
                .collectList()
                .block(LONG);
        assertThat(stored).hasSize(500);
        assertThat(stored)
                .filteredOn(booking -> booking.state() == State.BOOKED)
                .hasSize(20);
        assertThat(stored).extracting(Booking::number).doesNotHaveDuplicates();
        long last = stored.stream()
                .filter(booking -> booking.state() == State.BOOKED)
                .mapToLong(Booking::number)
                .max()
                .orElseThrow();
        assertThat(stored)
                .filteredOn(booking -> booking.state() == State.WAITING)
                .allMatch(booking -> booking.number() > last);
        assertThat(answers).as("nobody is told wrong").containsExactlyInAnyOrderElementsOf(stored);
        assertThat(team.session().get(date).body()).contains(Words.of("training.taken", 20, 20, 480));
    }

    private Session booked(String date, Account account, String done) {
        Session session = browsing.as(account);
        Page sent = session.post(date + "/book", "formKey", session.get(date).formKey());
        assertThat(sent.location()).as(sent.body()).isEqualTo(date + "?done=" + done);
        return session;
    }

    private List<String> toldTo(Account account) {
        List<String> subjects = mongo.find(
                        Query.query(where("accounts").is(account.id())), Booking.class, "training_bookings")
                .flatMapIterable(booking -> List.of(booking.id(), "reminder-" + booking.session()))
                .collectList()
                .block(LONG);
        return Objects.requireNonNull(mongo.find(
                        Query.query(where("subject").in(Objects.requireNonNull(subjects))), Telling.class, "tellings")
                .filter(telling -> telling.accounts().contains(account.id()))
                .map(Telling::key)
                .collectList()
                .block(LONG));
    }

    private Viewer viewer(Account account) {
        return Objects.requireNonNull(accounts.viewer(account.id()).block(LONG));
    }

    private LocalDate day(int days) {
        return TrainingTeam.inDays(clock.instant(), days);
    }
}
