package hub.forum.groups;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.ForumPeople;
import hub.platform.identity.Account;
import hub.platform.mongo.Ids;
import hub.testkit.Browsing.Session;
import hub.testkit.MatrixFixture;
import hub.testkit.Stored;
import hub.testkit.TestFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** A group with everybody who belongs into it, somebody who asks to join, somebody who was removed, and a moderator who came in. */
@TestFixture
final class GroupsFixture implements MatrixFixture {
    private static final Set<String> STAFF = Set.of("mod", "in", "admin");

    private final GroupMaker making;
    private final ReactiveMongoTemplate mongo;

    GroupsFixture(GroupMaker making, ReactiveMongoTemplate mongo) {
        this.making = making;
        this.mongo = mongo;
    }

    @Override
    public Set<String> variables() {
        return Set.of("group", "name", "member", "request");
    }

    @Override
    public Map<String, String> make(Place place) {
        String sort = place.sort();
        Group.Privacy privacy = Group.Privacy.valueOf(sort.toUpperCase(Locale.ROOT));
        GroupMaker.Plan plan = making.aGroup(privacy, "Zephyrine" + sort, "Xylograph" + sort, "Quagmire" + sort);
        if (privacy != Group.Privacy.OPEN) {
            withEverybody(plan, place);
        }
        Group group = plan.there();
        if (privacy != Group.Privacy.OPEN) {
            comeAndGo(group, place);
        }
        JoinRequest request = JoinRequest.ask(
                Ids.next(), group.id(), "new-one", Ids.next(), "Tormentil" + sort + ", please", Instant.now());
        mongo.insert(request, "join_requests").block(Duration.ofSeconds(10));
        return Map.of(
                "group", group.id(),
                "name", group.slug(),
                "member", place.account("Mabel").id(),
                "request", request.id());
    }

    private static void withEverybody(GroupMaker.Plan plan, Place place) {
        plan.withMembers(Stream.of("Petronella", "Mabel", "Sid", "Enid", "Nominator")
                        .map(place::account)
                        .toArray(Account[]::new))
                .withNewcomer(place.account("Newcomer"))
                .withHubCarer(place.account("Hubert"))
                .facilitatedBy(place.account("Gwendoline"))
                .withLiaisonWorker(place.account("Leopoldine"));
        if (place.isFor("Formerly")) {
            plan.withMembers(place.account("Formerly"));
        }
    }

    private static void comeAndGo(Group group, Place place) {
        String address = "/groups/" + group.id();
        if (place.isFor("Formerly")) {
            String reason = "Celandine" + place.sort() + " is why";
            done(place.session("Gwendoline"), address + "/people/formerly/remove", reason);
        }
        if (place.isFor("Moira")) {
            done(place.session("Moira"), address + "/enter", "Hellebore" + place.sort() + " is why");
        }
    }

    private static void done(Session session, String address, String reason) {
        assertThat(session.post(address, "reason", reason).status()).isEqualTo(303);
    }

    @Override
    public List<Secret> secrets(String sort) {
        boolean open = sort.equals("open");
        Set<String> approved = ForumPeople.APPROVED;
        Set<String> inside = and(ForumPeople.READERS, Set.of("new"));
        Set<String> found = sort.equals("hidden") ? and(inside, STAFF) : approved;
        List<Secret> secrets = new ArrayList<>(List.of(
                // Those who oversee read the names of hidden groups in the audit log.
                new Secret("Zephyrine" + sort, and(found, Set.of("safe"))),
                new Secret("Xylograph" + sort, found),
                new Secret("Quagmire" + sort, open ? approved : and(inside, STAFF)),
                // What somebody asks for is for those who lead.
                new Secret("Tormentil" + sort, open ? approved : Set.of("lead")),
                // Why somebody was removed stands in the audit log; why a moderator came in, the members see too.
                new Secret("Celandine" + sort, open ? approved : Set.of("admin", "safe")),
                new Secret(
                        "Hellebore" + sort, open ? approved : and(and(ForumPeople.READERS, STAFF), Set.of("safe")))));
        Stream.of("Petronella", "Gwendoline", "Leopoldine").forEach(name -> secrets.add(new Secret(name, approved)));
        return secrets;
    }

    private static Set<String> and(Set<String> some, Set<String> more) {
        return Stream.of(some, more).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void secretsAreShown(Place place) {
        String sort = place.sort();
        if (sort.equals("open")) {
            return;
        }
        String group = "/groups/" + place.get("group");
        assertThat(place.session("Petronella").get(group + "/about").body())
                .contains("Zephyrine" + sort, "Xylograph" + sort, "Quagmire" + sort, "Hellebore" + sort);
        assertThat(place.session("Gwendoline").get(group + "/people").body())
                .contains("Tormentil" + sort, "Petronella");
        assertThat(place.session("Ada").get("/audit").body()).contains("Celandine" + sort);
    }

    @Override
    public Object stored(Place place) {
        String group = place.get("group");
        return List.of(
                Stored.with(mongo, "groups", "_id", group),
                Stored.with(mongo, "memberships", "group", group),
                Stored.with(mongo, "join_requests", "group", group));
    }

    /** A council has some dozens of groups, and lists are bounded accordingly. */
    @Override
    public void remove(Collection<Place> places) {
        List<String> groups = places.stream().map(place -> place.get("group")).toList();
        Stored.remove(mongo, "groups", "_id", groups);
        Stored.remove(mongo, "memberships", "group", groups);
        Stored.remove(mongo, "moderator_entries", "group", groups);
    }
}
