package hub.forum.constellations;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.ForumPeople;
import hub.forum.constellations.contacts.ContactMaker;
import hub.forum.constellations.homes.Bed;
import hub.forum.constellations.homes.HomeMaker;
import hub.forum.constellations.links.LinkMaker;
import hub.forum.constellations.moves.Move;
import hub.forum.constellations.rota.OnCallPerson;
import hub.forum.constellations.rota.Rota;
import hub.forum.constellations.rota.RotaMaker;
import hub.forum.constellations.rota.Shift;
import hub.forum.constellations.rota.Swap;
import hub.forum.constellations.sleepovers.SleepoverMaker;
import hub.forum.groups.Group;
import hub.forum.groups.GroupRole;
import hub.forum.meetings.Meeting;
import hub.forum.meetings.MeetingMaker;
import hub.forum.meetings.lifts.Lift;
import hub.platform.identity.Account;
import hub.platform.mongo.Ids;
import hub.platform.time.Times;
import hub.testkit.MatrixFixture;
import hub.testkit.Stored;
import hub.testkit.TestFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/**
 * A constellation with everybody who belongs into it, its hub home, and a rota on which Hubert is on call around the clock and Petronella stands in. A board is none: there the addresses are those of
 * a group of another kind.
 */
@TestFixture
final class ConstellationsFixture implements MatrixFixture {
    private static final Map<String, String> NUMBERS = Map.of("hidden", "07700 900171", "closed", "07700 900172");

    private final ConstellationMaker making;
    private final RotaMaker rotas;
    private final HomeMaker homes;
    private final SleepoverMaker sleepovers;
    private final ContactMaker contacts;
    private final MeetingMaker meetings;
    private final LinkMaker links;
    private final ReactiveMongoTemplate mongo;

    ConstellationsFixture(
            ConstellationMaker making,
            RotaMaker rotas,
            HomeMaker homes,
            SleepoverMaker sleepovers,
            ContactMaker contacts,
            MeetingMaker meetings,
            LinkMaker links,
            ReactiveMongoTemplate mongo) {
        this.making = making;
        this.rotas = rotas;
        this.homes = homes;
        this.sleepovers = sleepovers;
        this.contacts = contacts;
        this.meetings = meetings;
        this.links = links;
        this.mongo = mongo;
    }

    @Override
    public Set<String> variables() {
        return Set.of(
                "constellation",
                "shift",
                "ownshift",
                "swap",
                "turn",
                "bed",
                "onrota",
                "sleepover",
                "staying",
                "helped",
                "supported",
                "activity",
                "link",
                "matter",
                "move");
    }

    @Override
    public Map<String, String> make(Place place) {
        Map<String, String> names = new HashMap<>(Map.of(
                "constellation",
                place.get("group"),
                "shift",
                Ids.next(),
                "ownshift",
                Ids.next(),
                "swap",
                Ids.next(),
                "turn",
                Ids.next(),
                "bed",
                Ids.next(),
                "sleepover",
                Ids.next(),
                "staying",
                Ids.next(),
                "onrota",
                place.account("Hubert").id()));
        names.put("helped", "yes");
        names.put("supported", Ids.next());
        names.put("activity", Ids.next());
        names.put("link", Ids.next());
        names.put("matter", "food");
        names.put("move", Ids.next());
        if (!place.sort().equals("open")) {
            names.put("constellation", constellation(place, names));
        }
        return names;
    }

    private String constellation(Place place, Map<String, String> names) {
        String sort = place.sort();
        Group group = group(place);
        Account hubert = place.account("Hubert");
        Account petronella = place.account("Petronella");
        LocalDateTime start = LocalDate.now(Times.LONDON).plusDays(20).atTime(1, 0);
        Instant now = Instant.now();
        rotas.of(group.id(), rota -> {
            Rota full = rota.with(new OnCallPerson(hubert.id(), String.valueOf(NUMBERS.get(sort)), false))
                    .with(new OnCallPerson(petronella.id(), "07700 900140", true))
                    .with(RotaMaker.turn(String.valueOf(names.get("turn")), hubert, "09:00", "09:00"))
                    .add(shift(names, "shift", start, hubert), now)
                    .add(shift(names, "ownshift", start.plusHours(4), petronella), now);
            return hubert.id().equals(petronella.id())
                    ? full
                    : full.offer(
                            new Swap(
                                    String.valueOf(names.get("swap")),
                                    hubert.id(),
                                    petronella.id(),
                                    String.valueOf(names.get("shift")),
                                    String.valueOf(names.get("ownshift")),
                                    now),
                            now);
        });
        homes.of(
                group.id(),
                home -> home.with(new Bed(
                                String.valueOf(names.get("bed")), Bed.Kind.SINGLE, 2, LocalDate.of(2026, 1, 1), null))
                        .withBackup("Tamarisk" + sort, "01632 960151"));
        names.put(
                "sleepover",
                sleepovers
                        .waiting(group.id(), petronella, hubert, "Calendula" + sort)
                        .id());
        names.put(
                "supported",
                contacts.open(group.id(), petronella, "Meadowsweet" + sort).id());
        activity(place, group, names);
        Move move = new Move(
                String.valueOf(names.get("move")),
                household(place),
                List.of(petronella.id()),
                List.of(),
                group.id(),
                Ids.next(),
                LocalDate.now(Times.LONDON).plusDays(30).toString(),
                Move.State.PLANNED,
                "nobody",
                1);
        mongo.insert(move, "constellation_moves").block(Duration.ofSeconds(10));
        names.put(
                "link",
                links.proposed(group.id(), petronella, "Tansywort" + sort, hubert, "Costmary" + sort)
                        .id());
        names.put("staying", sleepovers.goingOn(group.id(), petronella, hubert).id());
        return group.id();
    }

    /** For Petronella's household alone, with a lift that she offers. */
    private void activity(Place place, Group group, Map<String, String> names) {
        Meeting activity = meetings.of(group)
                .called("Lovage" + place.sort())
                .asActivity(household(place))
                .there();
        names.put("activity", activity.id());
        String petronella = place.account("Petronella").id();
        Lift lift = new Lift(
                activity.id() + ":" + petronella,
                activity.id(),
                group.id(),
                petronella,
                Lift.Kind.OFFERED,
                2,
                "Sorrelwood" + place.sort(),
                Instant.now());
        mongo.insert(lift, "meeting_lifts").block(Duration.ofSeconds(10));
    }

    private static String household(Place place) {
        return "household-" + place.get("group");
    }

    private static Shift shift(Map<String, String> names, String name, LocalDateTime start, Account who) {
        return new Shift(String.valueOf(names.get(name)), start, start.plusHours(3), who.id());
    }

    private Group group(Place place) {
        Account gwendoline = place.account("Gwendoline");
        Account[] members = Stream.of("Mabel", "Sid", "Enid", "Nominator")
                .map(place::account)
                .toArray(Account[]::new);
        ConstellationMaker.Plan plan = making.called("Larkspur" + place.sort())
                .with(GroupRole.MEMBER, members)
                .withHousehold(household(place), place.account("Petronella"))
                .withNewcomer(place.account("Newcomer"))
                .with(GroupRole.HUB_CARER, place.account("Hubert"))
                .with(GroupRole.FACILITATOR, gwendoline)
                .with(GroupRole.LIAISON_WORKER, place.account("Leopoldine"));
        if (gwendoline.id().equals(place.account("Petronella").id())) {
            // Whoever tries hostile input may do everything.
            plan.with(GroupRole.LIAISON_WORKER, gwendoline);
        }
        Group group = plan.there();
        if (place.isFor("Moira")) {
            assertThat(place.session("Moira")
                            .post("/groups/" + group.id() + "/enter", "reason", "A look at the rota")
                            .status())
                    .isEqualTo(303);
        }
        return group;
    }

    @Override
    public List<Secret> secrets(String sort) {
        return sort.equals("open")
                ? List.of()
                : List.of(
                        new Secret(String.valueOf(NUMBERS.get(sort)), ForumPeople.READERS),
                        new Secret("Calendula" + sort, Set.of("author", "Hubert", "Leopoldine")),
                        new Secret("Meadowsweet" + sort, Set.of("author", "Hubert", "Leopoldine")),
                        new Secret("Tansywort" + sort, Set.of("author", "Hubert", "Leopoldine")),
                        new Secret("Costmary" + sort, Set.of("author", "Hubert", "Leopoldine")),
                        new Secret("Lovage" + sort, Set.of("author", "Hubert", "lead", "in")),
                        new Secret("Sorrelwood" + sort, Set.of("author", "Hubert", "lead", "in")),
                        new Secret("Tamarisk" + sort, Set.of("Hubert", "Leopoldine")));
    }

    @Override
    public void secretsAreShown(Place place) {
        if (!place.sort().equals("open")) {
            String path = "/constellations/" + place.get("constellation");
            assertThat(place.session("Petronella").get(path).body()).contains(NUMBERS.get(place.sort()));
            String asked = path + "/sleepovers/" + place.get("sleepover");
            assertThat(place.session("Hubert").get(asked).body()).contains("Calendula" + place.sort());
            assertThat(place.session("Hubert").get(path).body()).contains("Tamarisk" + place.sort());
            String link = path + "/links/" + place.get("link");
            assertThat(place.session("Petronella").get(link).body())
                    .contains("Tansywort" + place.sort(), "Costmary" + place.sort());
            String lifts = "/meetings/" + place.get("activity") + "/lifts";
            assertThat(place.session("Petronella").get(lifts).body())
                    .contains("Lovage" + place.sort(), "Sorrelwood" + place.sort());
            String supported = path + "/contacts/" + place.get("supported");
            assertThat(place.session("Leopoldine").get(supported).body()).contains("Meadowsweet" + place.sort());
        }
    }

    @Override
    public Object stored(Place place) {
        return List.of(
                Stored.with(mongo, "constellation_rotas", "_id", place.get("constellation")),
                Stored.with(mongo, "constellation_sleepovers", "group", place.get("constellation")),
                Stored.with(mongo, "constellation_contacts", "group", place.get("constellation")),
                Stored.with(mongo, "constellation_spare_beds", "group", place.get("constellation")),
                Stored.with(mongo, "constellation_moves", "from", place.get("constellation")),
                Stored.with(mongo, "constellation_links", "group", place.get("constellation")),
                Stored.with(mongo, "constellation_link_offers", "group", place.get("constellation")),
                Stored.with(mongo, "constellation_home_marks", "_id", place.get("constellation")),
                Stored.with(mongo, "meetings", "group", place.get("constellation")),
                Stored.with(mongo, "meeting_lifts", "meeting", place.get("activity")),
                Stored.with(mongo, "constellation_homes", "_id", place.get("constellation")));
    }

    @Override
    public void remove(Collection<Place> places) {
        List<String> made = places.stream()
                .filter(place -> !place.sort().equals("open"))
                .map(place -> place.get("constellation"))
                .toList();
        Stored.remove(mongo, "memberships", "group", made);
        Stored.remove(mongo, "groups", "_id", made);
    }
}
