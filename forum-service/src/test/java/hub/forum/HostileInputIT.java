package hub.forum;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.testkit.Browsing.Session;
import hub.testkit.HostileInput;
import hub.testkit.HubIT;
import hub.testkit.RouteMatrix;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** Everything hostile for every address of the forum, by somebody who may do everything. */
@HubIT
class HostileInputIT extends HostileInput {
    /** These end the rights or the thing with which the others are tried; they are tried last. */
    private static final List<String> ENDS = List.of("/leave", "/delete", "/remove", "/suspend", "/end", "/role");

    @Autowired
    GroupMaker making;

    @Autowired
    ReactiveMongoTemplate mongo;

    private int number;

    HostileInputIT() {
        super(new Counts(500, 1_000, 500, 300, 100, 30));
    }

    @BeforeEach
    void somebodyWhoMayEverything() {
        number++;
        Account person = people.with("Everything " + number, Role.values());
        Account member = people.carer("Member " + number);
        Group group = making.aClosedGroup("Strange " + number)
                .facilitatedBy(person)
                .withMembers(member)
                .there();
        Session session = browsing.as(person);
        String thread = session.post("/threads", "group", group.id(), "title", "A conversation", "text", "Text")
                .location();
        String id = thread.split("/")[2];
        String post = session.post("/threads/" + id + "/posts", "text", "A reply")
                .location()
                .replaceAll(".*#post-", "");
        Account asker = people.carer("Asker " + number);
        browsing.as(asker).post("/groups/" + group.id() + "/ask", "text", "Please");
        String request = Stored.idOf(mongo, "join_requests", "account", asker.id());
        browsing.as(member).post("/moderation/report", "post", post, "reason", "unkind", "words", "Unkind");
        String report = Stored.idOf(mongo, "reports", "post", post);
        Map<String, String> names = new HashMap<>(Map.of(
                "group",
                group.id(),
                "thread",
                id,
                "post",
                post,
                "report",
                report,
                "request",
                request,
                "member",
                member.id(),
                "person",
                member.id(),
                "slug",
                thread.split("/")[3],
                "name",
                group.slug()));
        assertThat(names.values()).allMatch(name -> name.matches("[0-9a-z-]+"), "an id");
        List<RouteMatrix.Row> rows = RouteMatrix.read("/route-matrix.txt").stream()
                .sorted(java.util.Comparator.comparing(row -> ENDS.stream().anyMatch(row.address()::endsWith)))
                .toList();
        tries(person, rows, names);
    }
}
