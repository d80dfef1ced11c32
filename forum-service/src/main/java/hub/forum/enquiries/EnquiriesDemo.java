package hub.forum.enquiries;

import hub.forum.ambassadors.Ambassadors;
import hub.forum.ambassadors.Household;
import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.text.Slug;
import hub.platform.time.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Enquiries in each state, some of them with an ambassador; and those of the last year that were erased, for the figures. */
@Component
@Order(DemoContent.SCHEMES + 1)
class EnquiriesDemo implements DemoContent {
    private static final LocalTime VISITS = LocalTime.of(15, 30);
    private static final Duration STEP = Duration.ofHours(36);
    private static final List<Enquiry.State> WAY = List.of(
            Enquiry.State.ACKNOWLEDGED,
            Enquiry.State.CONTACTED,
            Enquiry.State.VISIT_BOOKED,
            Enquiry.State.VISITED,
            Enquiry.State.REGISTERED);

    private final DemoFiles files;
    private final EnquiryStore store;
    private final Ambassadors ambassadors;
    private final Transactions transactions;

    EnquiriesDemo(DemoFiles files, EnquiryStore store, Ambassadors ambassadors, Transactions transactions) {
        this.files = files;
        this.store = store;
        this.ambassadors = ambassadors;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "enquiries";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        List<Enquiry> all = Stream.concat(
                        files.entries("enquiries/enquiries.yml").stream().map(entry -> enquiry(entry, clock)),
                        files.entries("enquiries/earlier.yml").stream().flatMap(entry -> earlier(entry, clock)))
                .toList();
        return transactions.run(store.byId(all.getFirst().id())
                .hasElement()
                .filter(there -> !there)
                .flatMap(missing -> store.insertAll(all).then(places(all))));
    }

    private Mono<Void> places(List<Enquiry> all) {
        return Flux.fromIterable(all)
                .concatMap(one -> Mono.justOrEmpty(one.talk().ambassador()))
                .concatMap(ambassadors::take)
                .then();
    }

    private static Enquiry enquiry(DemoEntry entry, DemoClock clock) {
        String id = Ids.of("demo enquiry " + entry.text("name"));
        Instant received = clock.ago(entry.text("ago"));
        Enquiry fresh = Enquiry.receive(
                id,
                id.substring(0, 8).toUpperCase(Locale.ROOT),
                new Enquiry.Person(entry.text("name"), entry.text("phone"), entry.text("email")),
                new Asked(
                        entry.chosen("interest", Asked.Interest.class),
                        entry.text("question"),
                        entry.chosen("wanted", Asked.Wanted.class),
                        Asked.Source.orNotSaid(entry.text("source")),
                        new Asked.Wishes(
                                entry.flag("carer"),
                                Slug.find(Household.class, entry.text("household"))
                                        .orElse(null),
                                entry.text("language"),
                                entry.text("background"))),
                received);
        Enquiry raised = entry.flag("raised") ? fresh.raise(clock.firstStart()) : fresh;
        Enquiry moved = entry.text("ambassador").isEmpty()
                ? move(raised, entry, received, clock)
                : matched(raised, entry, received, clock);
        String declined = entry.text("declinedBy");
        Enquiry asked = declined.isEmpty()
                ? moved
                : moved.propose(declined, received.plus(STEP.multipliedBy(2)))
                        .passOver(Talk.Outcome.SAID_NO, received.plus(STEP.multipliedBy(3)));
        return entry.flag("passed") ? asked.pass(received.plus(Duration.ofDays(8))) : asked;
    }

    /** A day and a half from each state to the next; what ended early ends after the first. */
    private static Enquiry move(Enquiry fresh, DemoEntry entry, Instant received, DemoClock clock) {
        Enquiry.State last = state(entry);
        Instant at = received;
        Enquiry moved = fresh;
        int steps = last.open() || last == Enquiry.State.REGISTERED ? WAY.indexOf(last) + 1 : 1;
        for (Enquiry.State state : WAY.subList(0, steps)) {
            at = at.plus(STEP);
            moved = state == Enquiry.State.VISIT_BOOKED
                    ? moved.book(visit(entry, clock, Enquiry.Attends.NO), at)
                    : moved.to(state, at);
        }
        return steps == 1 && !last.open() ? moved.to(last, at.plus(STEP)) : moved;
    }

    /** Likewise with an ambassador. */
    private static Enquiry matched(Enquiry fresh, DemoEntry entry, Instant received, DemoClock clock) {
        Instant at = received.plus(STEP);
        Enquiry proposed = fresh.to(Enquiry.State.ACKNOWLEDGED, at).propose(entry.text("ambassador"), at.plus(STEP));
        if (state(entry) == Enquiry.State.PROPOSED) {
            return proposed;
        }
        Enquiry talking = proposed.accept(at.plus(STEP.multipliedBy(2)));
        for (DemoEntry one : entry.entries("contacts")) {
            talking = talking.log(
                    new Talk.Contact(
                            Ids.of("demo contact " + entry.text("name") + one.number("daysAgo")),
                            clock.today().minusDays(one.number("daysAgo")),
                            one.chosen("kind", Talk.Contact.Kind.class)),
                    at.plus(STEP.multipliedBy(3)));
        }
        return state(entry) == Enquiry.State.VISIT_BOOKED
                ? talking.book(visit(entry, clock, Enquiry.Attends.ASKED), at.plus(STEP.multipliedBy(4)))
                        .attend(true, clock.firstStart())
                : talking;
    }

    private static Enquiry.State state(DemoEntry entry) {
        return entry.chosen("state", Enquiry.State.class);
    }

    private static Enquiry.Visit visit(DemoEntry entry, DemoClock clock, Enquiry.Attends attends) {
        return new Enquiry.Visit(
                clock.today()
                        .plusDays(entry.number("visitInDays"))
                        .atTime(VISITS)
                        .atZone(Times.LONDON)
                        .toInstant(),
                "At their home",
                attends);
    }

    /** Some days between one and the next; some with an ambassador, who said yes or no. */
    private static Stream<Enquiry> earlier(DemoEntry entry, DemoClock clock) {
        Instant first = clock.ago(entry.text("ago"));
        return IntStream.range(0, entry.number("times"))
                .mapToObj(i -> earlier(
                        Ids.of("demo earlier enquiry " + entry.values() + i),
                        entry,
                        first.plus(Duration.ofDays((long) i * entry.number("every"))),
                        i));
    }

    private static Enquiry earlier(String id, DemoEntry entry, Instant came, int which) {
        Instant at = came.plus(Duration.ofHours(20L + 9L * which));
        Enquiry answered = Enquiry.receive(
                        id,
                        "",
                        new Enquiry.Person("", "", ""),
                        new Asked(
                                Asked.Interest.NOT_SURE,
                                "",
                                Asked.Wanted.CALL,
                                Asked.Source.orNotSaid(entry.text("source")),
                                Asked.Wishes.NONE),
                        came)
                .to(Enquiry.State.ACKNOWLEDGED, at);
        Enquiry asked = entry.flag("declined")
                ? answered.propose("nobody", at.plus(STEP))
                        .passOver(Talk.Outcome.SAID_NO, at.plus(STEP.multipliedBy(2)))
                : answered;
        Enquiry talked = entry.flag("matched") ? talked(id, asked, at.plus(STEP), which) : asked;
        if (state(entry) != Enquiry.State.REGISTERED) {
            return talked.to(state(entry), at.plus(STEP.multipliedBy(6))).erased();
        }
        return talked.to(Enquiry.State.CONTACTED, at.plus(STEP.multipliedBy(3)))
                .book(
                        new Enquiry.Visit(at.plus(STEP.multipliedBy(6)), "", Enquiry.Attends.NO),
                        at.plus(STEP.multipliedBy(4)))
                .to(Enquiry.State.VISITED, at.plus(STEP.multipliedBy(7)))
                .to(Enquiry.State.REGISTERED, at.plus(STEP.multipliedBy(9 + which)))
                .erased();
    }

    private static Enquiry talked(String id, Enquiry answered, Instant at, int which) {
        Talk.Contact.Kind kind = which % 2 == 0 ? Talk.Contact.Kind.CALL : Talk.Contact.Kind.MEETING;
        return answered.propose("nobody", at)
                .accept(at.plus(STEP))
                .log(
                        new Talk.Contact(
                                Ids.of("demo earlier contact " + id),
                                at.plus(STEP).atZone(Times.LONDON).toLocalDate(),
                                kind),
                        at.plus(STEP));
    }
}
