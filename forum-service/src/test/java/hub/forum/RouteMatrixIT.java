package hub.forum;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.forum.groups.JoinRequest;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.platform.mongo.Ids;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.QueryWatch;
import hub.testkit.WhoMayWhat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Every address of the forum, for every sort of person, about a hidden, a closed and an open group: {@code route-matrix.txt} says what is answered. In
 * every place where something private stands a word is planted; it must be in no answer, header or line of the log for those whom it is not for.
 */
@HubIT
class RouteMatrixIT extends WhoMayWhat {
    private static final List<String> PLACES = List.of("hidden", "closed", "open");
    private static final List<String> COLLECTIONS =
            List.of("groups", "memberships", "threads", "posts", "reports", "join_requests");

    @Autowired
    GroupMaker making;

    @Autowired
    ReactiveMongoTemplate mongo;

    private final Collection<String> made = new ConcurrentLinkedQueue<>();

    RouteMatrixIT() {
        super("/route-matrix.txt", PLACES);
    }

    /** Words as they are planted in one sort of group. */
    private record Planted(String place) {
        String name() {
            return "Zephyrine" + place;
        }

        String purpose() {
            return "Xylograph" + place;
        }

        String agreement() {
            return "Quagmire" + place;
        }

        String title() {
            return "Marzipan" + place;
        }

        String post() {
            return "Wolfsbane" + place;
        }

        String report() {
            return "Saxifrage" + place;
        }

        String asking() {
            return "Tormentil" + place;
        }

        String entry() {
            return "Hellebore" + place;
        }

        String removal() {
            return "Celandine" + place;
        }

        List<String> all() {
            return List.of(name(), purpose(), agreement(), title(), post(), report(), asking(), entry(), removal());
        }
    }

    /** Names of people who are in the groups. */
    private static final List<String> MEMBERS = List.of("Petronella", "Gwendoline", "Leopoldine");

    /** A household's name tells who lives with whom: for administrators alone. */
    private static final List<String> HOUSEHOLDS = List.of("home-of-gwendoline", "home-of-leopoldine");

    @Override
    public Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        columns.put("out", List.of("nobody"));
        columns.put("shut", List.of("Wait", "Sid", "Enid"));
        columns.put("other", List.of("Otto", "Ssw", "Edith", "Recruiter", "Formerly"));
        columns.put("safe", List.of("Lead", "Officer"));
        columns.put("new", List.of("Newcomer"));
        columns.put("author", List.of("Petronella"));
        columns.put("member", List.of("Mabel", "Hubert"));
        columns.put("nomin", List.of("Nominator"));
        columns.put("lead", List.of("Gwendoline", "Leopoldine"));
        columns.put("mod", List.of("Mo"));
        columns.put("in", List.of("Moira"));
        columns.put("admin", List.of("Ada"));
        return columns;
    }

    @Override
    protected void everySortOfPerson() {
        Stream.of("Wait").forEach(name -> put(people.person(name, Approval.AWAITING, Role.CARER)));
        put(people.person("Sid", Approval.SUSPENDED, Role.values()));
        put(people.person("Enid", Approval.ENDED, Role.values()));
        for (String carer : List.of(
                "Otto",
                "Formerly",
                "Newcomer",
                "Petronella",
                "Mabel",
                "Hubert",
                "Gwendoline",
                "Leopoldine",
                "New One")) {
            put(people.carer(carer));
        }
        put(people.with("Ssw", Role.SUPERVISING_SOCIAL_WORKER));
        put(people.with("Nominator", Role.SUPERVISING_SOCIAL_WORKER));
        put(people.with("Edith", Role.STAFF_EDITOR));
        put(people.with("Recruiter", Role.RECRUITMENT_OFFICER));
        put(people.with("Lead", Role.SAFEGUARDING_LEAD));
        put(people.with("Officer", Role.DATA_PROTECTION_OFFICER));
        put(people.with("Mo", Role.MODERATOR));
        put(people.with("Moira", Role.MODERATOR));
        put(people.with("Ada", Role.ADMINISTRATOR));
    }

    @Override
    protected Map<String, String> made(String place) {
        return new Fixture(place, true).complete().names();
    }

    @Override
    public Map<String, String> fresh(String place, String person) {
        Fixture fixture = new Fixture(place, false);
        made.add(fixture.group.id());
        return (person.equals("Moira") ? fixture.entered() : fixture).names();
    }

    @Override
    public Map<String, String> unknown() {
        Map<String, String> unknown = new HashMap<>();
        shared("hidden").keySet().forEach(name -> unknown.put(name, "nosuch" + name.substring(0, 4) + "00"));
        return unknown;
    }

    @Override
    public Collection<String> hiddenFrom(String column) {
        List<String> hidden = new ArrayList<>();
        Planted inHidden = new Planted("hidden");
        Planted inClosed = new Planted("closed");
        Planted inOpen = new Planted("open");
        boolean approved = !Set.of("out", "shut").contains(column);
        boolean inside =
                Set.of("new", "author", "member", "nomin", "lead", "in").contains(column);
        boolean reads = Set.of("author", "member", "nomin", "lead", "in").contains(column);
        boolean leads = column.equals("lead");
        boolean staff = Set.of("mod", "in", "admin").contains(column);
        if (!approved) {
            Stream.of(inHidden, inClosed, inOpen).forEach(place -> hidden.addAll(place.all()));
            hidden.addAll(MEMBERS);
        }
        if (!inside && !staff) {
            hidden.addAll(List.of(inHidden.name(), inHidden.purpose(), inHidden.agreement(), inClosed.agreement()));
        }
        if (!reads) {
            Stream.of(inHidden, inClosed).forEach(place -> hidden.addAll(List.of(place.title(), place.post())));
        }
        // Reports are for those who decide them; what somebody asks for, for those who lead.
        if (!leads) {
            Stream.of(inHidden, inClosed).forEach(place -> hidden.addAll(List.of(place.report(), place.asking())));
        }
        if (!Set.of("mod", "in").contains(column)) {
            hidden.add(inOpen.report());
        }
        if (!column.equals("admin")) {
            hidden.addAll(HOUSEHOLDS);
        }
        // Why somebody was removed stands in the audit log; why a moderator came in, the members see too.
        if (!Set.of("admin", "safe").contains(column)) {
            hidden.addAll(List.of(inHidden.removal(), inClosed.removal()));
        }
        if (!reads && !staff && !column.equals("safe")) {
            hidden.addAll(List.of(inHidden.entry(), inClosed.entry()));
        }
        return hidden;
    }

    /** Without this the words could be missing for everybody, and the table would prove nothing. */
    @Test
    @Order(2)
    void whatIsPlantedIsThereForThoseItIsFor() {
        for (String place : List.of("hidden", "closed")) {
            Planted planted = new Planted(place);
            Map<String, String> at = fresh(place, "Petronella");
            assertThat(session("Petronella")
                            .get("/threads/" + at.get("thread") + "/" + at.get("slug"))
                            .body())
                    .contains(planted.title(), planted.post(), planted.name(), "Petronella");
            String about = "/groups/" + shared(place).get("group") + "/about";
            assertThat(session("Petronella").get(about).body())
                    .contains(planted.purpose(), planted.agreement(), planted.entry());
            Session leads = session("Gwendoline");
            assertThat(leads.get("/groups/" + at.get("group") + "/people").body())
                    .contains(planted.asking(), "Petronella");
            leads.post("/moderation/reports/" + at.get("report") + "/take");
            assertThat(leads.get("/moderation/reports/" + at.get("report")).body())
                    .contains(planted.report(), planted.post());
            assertThat(session("Ada").get("/audit").body()).contains(planted.removal());
        }
        assertThat(session("Ada").get("/accounts/gwendoline").body()).contains("home-of-gwendoline");
    }

    /** A council has some dozens of groups, and lists are bounded accordingly. */
    @AfterEach
    void withoutTheGroupsMadeForOneRow() {
        for (String collection : List.of("groups", "memberships", "moderator_entries")) {
            Criteria theirs = Criteria.where(collection.equals("groups") ? "_id" : "group")
                    .in(made);
            mongo.remove(Query.query(theirs).comment(QueryWatch.TEST), collection)
                    .block(Duration.ofSeconds(10));
        }
        made.clear();
    }

    @Override
    protected Stream<String> secrets() {
        return Stream.of(
                        PLACES.stream().flatMap(place -> new Planted(place).all().stream()),
                        MEMBERS.stream(),
                        HOUSEHOLDS.stream(),
                        shared().values().stream().map(names -> names.get("slug")))
                .flatMap(words -> words);
    }

    @Override
    protected int fewestRequests() {
        return 5_000;
    }

    @Override
    protected Map<String, List<Document>> stateOfShared() {
        Map<String, List<Document>> state = new HashMap<>();
        List<String> groups =
                shared().values().stream().map(names -> names.get("group")).toList();
        for (String collection : COLLECTIONS) {
            Criteria ours = collection.equals("groups")
                    ? Criteria.where("_id").in(groups)
                    : Criteria.where("group").in(groups);
            state.put(
                    collection,
                    mongo.find(Query.query(ours).comment(QueryWatch.TEST), Document.class, collection)
                            .collectSortedList((a, b) -> a.getString("_id").compareTo(b.getString("_id")))
                            .block(Duration.ofSeconds(10)));
        }
        return state;
    }

    /** A group with a word planted in every place. */
    private final class Fixture {
        private final Planted planted;
        private final Group group;
        private final String thread;
        private final String slug;
        private final String post;
        private final String report;
        private final String request = Ids.next();
        private final String person;

        Fixture(String place, boolean complete) {
            planted = new Planted(place);
            Group.Privacy privacy = Group.Privacy.valueOf(place.toUpperCase(Locale.ROOT));
            GroupMaker.Plan plan = making.aGroup(privacy, planted.name(), planted.purpose(), planted.agreement());
            if (privacy != Group.Privacy.OPEN) {
                withEverybody(plan);
            }
            if (privacy != Group.Privacy.OPEN && complete) {
                plan.withMembers(account("Formerly"));
            }
            group = plan.there();
            Session writes = session("Petronella");
            Page started = writes.post(
                    "/threads", "group", group.id(), "title", planted.title() + " for tea", "text", "The recipe");
            assertThat(started.status()).isEqualTo(303);
            thread = started.location().split("/")[2];
            slug = started.location().split("/")[3];
            Page replied = writes.post("/threads/" + thread + "/posts", "text", planted.post() + " is what I said");
            post = replied.location().replaceAll(".*#post-", "");
            writes.post(
                    "/moderation/report",
                    "post",
                    post,
                    "reason",
                    "unkind",
                    "words",
                    planted.report() + " is what I say");
            report = Stored.idOf(mongo, "reports", "post", post);
            mongo.insert(
                            JoinRequest.ask(
                                    request,
                                    group.id(),
                                    "new-one",
                                    Ids.next(),
                                    planted.asking() + ", please",
                                    Instant.now()),
                            "join_requests")
                    .block(Duration.ofSeconds(10));
            person = people.carer("Person " + Ids.next()).id();
        }

        private GroupMaker.Plan withEverybody(GroupMaker.Plan plan) {
            return plan.withMembers(
                            account("Petronella"),
                            account("Mabel"),
                            account("Sid"),
                            account("Enid"),
                            account("Nominator"))
                    .withNewcomer(account("Newcomer"))
                    .withHubCarer(account("Hubert"))
                    .facilitatedBy(account("Gwendoline"))
                    .withLiaisonWorker(account("Leopoldine"));
        }

        /** With somebody who was removed, and a moderator who came in. */
        Fixture complete() {
            if (group.privacy() != Group.Privacy.OPEN) {
                assertThat(session("Gwendoline")
                                .post(
                                        "/groups/" + group.id() + "/people/formerly/remove",
                                        "reason",
                                        planted.removal() + " is why")
                                .status())
                        .isEqualTo(303);
            }
            return entered();
        }

        Fixture entered() {
            if (group.privacy() != Group.Privacy.OPEN) {
                assertThat(session("Moira")
                                .post("/groups/" + group.id() + "/enter", "reason", planted.entry() + " is why")
                                .status())
                        .isEqualTo(303);
            }
            return this;
        }

        Map<String, String> names() {
            return Map.of(
                    "group", group.id(),
                    "thread", thread,
                    "post", post,
                    "report", report,
                    "request", request,
                    "member", "petronella",
                    "person", person,
                    "slug", slug,
                    "name", group.slug());
        }
    }
}
