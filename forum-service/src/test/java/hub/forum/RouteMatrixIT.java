package hub.forum;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.forum.groups.JoinRequest;
import hub.platform.identity.Account;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.platform.mongo.Ids;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.QueryWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address of the service, for every sort of person, about a hidden group and what is in it. An address without a row fails. In each
 * hidden place a word is planted that must be in no answer, body or header, to those who may not see it.
 */
@HubIT
@Import(GroupMaker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteMatrixIT {
    /**
     * Address | what is sent with it | the status for somebody signed out, awaiting approval, suspended (a member with all roles), a carer who is
     * not in the group, a member, the facilitator, a moderator who has not entered, an administrator. 302: led to the sign-in; 403: the page that
     * says why they cannot come in; 404: there is no such thing.
     */
    private static final String TABLE = """
            address                                            | with                            | out await susp other | member facil mod admin
            GET  /                                             |                                 | 200 200 200 200 | 200 200 200 200
            GET  /about                                        |                                 | 200 200 200 200 | 200 200 200 200
            GET  /about/{slug}                                 |                                 | 404 404 404 404 | 404 404 404 404
            GET  /help                                         |                                 | 200 200 200 200 | 200 200 200 200
            GET  /me                                           |                                 | 303 200 200 200 | 200 200 200 200
            POST /me/seen                                      |                                 | 303 303 303 303 | 303 303 303 303
            GET  /sign-in/failed                               |                                 | 403 403 403 403 | 403 403 403 403
            GET  /sign-in/out                                  |                                 | 200 200 200 200 | 200 200 200 200
            GET  /sign-in/kept                                 |                                 | 303 303 303 303 | 303 303 303 303
            GET  /audit                                        |                                 | 302 403 403 404 | 404 404 404 200
            GET  /accounts                                     |                                 | 302 403 403 404 | 404 404 404 200
            GET  /accounts/{person}                            |                                 | 302 403 403 404 | 404 404 404 200
            POST /accounts/{person}                            | name=New&roles=carer            | 302 403 403 404 | 404 404 404 303
            POST /accounts/{person}/approve                    |                                 | 302 403 403 404 | 404 404 404 303
            POST /accounts/{person}/suspend                    |                                 | 302 403 403 404 | 404 404 404 303
            POST /accounts/{person}/end                        |                                 | 302 403 403 404 | 404 404 404 303
            GET  /accounts/{person}/link                       |                                 | 302 403 403 404 | 404 404 404 404
            POST /accounts/{person}/link                       |                                 | 302 403 403 404 | 404 404 404 404
            GET  /accounts/invite                              |                                 | 302 403 403 404 | 404 404 404 404
            POST /accounts/invite                              | name=New&email=n@example.org    | 302 403 403 404 | 404 404 404 404
            GET  /groups                                       |                                 | 302 403 403 200 | 200 200 200 200
            GET  /groups/register                              |                                 | 302 403 403 404 | 404 404 404 200
            GET  /groups/new                                   |                                 | 302 403 403 404 | 404 404 404 200
            POST /groups/new                                   | name=New                        | 302 403 403 404 | 404 404 404 422
            GET  /groups/{group}                               |                                 | 302 403 403 404 | 301 301 404 404
            GET  /groups/{group}/{name}                        |                                 | 302 403 403 404 | 200 200 404 404
            GET  /groups/{group}/about                         |                                 | 302 403 403 404 | 200 200 404 404
            GET  /groups/{group}/agreement                     |                                 | 302 403 403 404 | 303 303 404 404
            POST /groups/{group}/agreement                     | version=1                       | 302 403 403 404 | 303 303 404 404
            GET  /groups/{group}/ask                           |                                 | 302 403 403 404 | 404 404 404 404
            POST /groups/{group}/ask                           | text=Please                     | 302 403 403 404 | 404 404 404 404
            POST /groups/{group}/ask/withdraw                  |                                 | 302 403 403 404 | 303 303 404 404
            GET  /groups/{group}/edit                          |                                 | 302 403 403 404 | 404 404 404 200
            POST /groups/{group}/edit                          | name=ab&version=1               | 302 403 403 404 | 404 404 404 422
            GET  /groups/{group}/enter                         |                                 | 302 403 403 404 | 404 404 200 404
            POST /groups/{group}/enter                         | reason=To answer a call         | 302 403 403 404 | 404 404 303 404
            GET  /groups/{group}/leave                         |                                 | 302 403 403 404 | 200 200 404 404
            POST /groups/{group}/leave                         |                                 | 302 403 403 404 | 303 303 404 404
            GET  /groups/{group}/manage                        |                                 | 302 403 403 404 | 404 404 404 200
            GET  /groups/{group}/nominate                      |                                 | 302 403 403 404 | 404 200 404 200
            POST /groups/{group}/nominate                      | account=new-one&role=member     | 302 403 403 404 | 404 303 404 303
            GET  /groups/{group}/people                        |                                 | 302 403 403 404 | 200 200 404 404
            GET  /groups/{group}/people/{member}/remove        |                                 | 302 403 403 404 | 404 200 404 200
            POST /groups/{group}/people/{member}/remove        | reason=Moves away               | 302 403 403 404 | 404 303 404 303
            GET  /groups/{group}/people/{member}/role          |                                 | 302 403 403 404 | 404 404 404 200
            POST /groups/{group}/people/{member}/role          | role=member                     | 302 403 403 404 | 404 404 404 303
            POST /groups/{group}/requests/{request}/accept     |                                 | 302 403 403 404 | 404 303 404 404
            GET  /groups/{group}/requests/{request}/decline    |                                 | 302 403 403 404 | 404 200 404 404
            POST /groups/{group}/requests/{request}/decline    | reason=We are full              | 302 403 403 404 | 404 303 404 404
            GET  /threads/new                                  | group={group}                   | 302 403 403 404 | 200 200 404 404
            POST /threads                                      | group={group}&title=New&text=x  | 302 403 403 404 | 303 303 404 404
            GET  /threads/{thread}                             |                                 | 302 403 403 404 | 301 301 404 404
            GET  /threads/{thread}/{slug}                      |                                 | 302 403 403 404 | 200 200 404 404
            GET  /threads/{thread}/reply                       |                                 | 302 403 403 404 | 200 200 404 404
            POST /threads/{thread}/posts                       | text=Me too&parent={post}       | 302 403 403 404 | 303 303 404 404
            GET  /threads/{thread}/moderate                    |                                 | 302 403 403 404 | 404 200 404 404
            POST /threads/{thread}/lock                        | reason=Let us sleep             | 302 403 403 404 | 404 303 404 404
            POST /threads/{thread}/unlock                      |                                 | 302 403 403 404 | 404 303 404 404
            POST /threads/{thread}/pin                         |                                 | 302 403 403 404 | 404 303 404 404
            POST /threads/{thread}/unpin                       |                                 | 302 403 403 404 | 404 303 404 404
            GET  /threads/{thread}/posts/{post}                |                                 | 302 403 403 404 | 303 303 404 404
            GET  /threads/{thread}/posts/{post}/edit           |                                 | 302 403 403 404 | 200 404 404 404
            POST /threads/{thread}/posts/{post}/edit           | text=Better&revision=0          | 302 403 403 404 | 303 404 404 404
            GET  /threads/{thread}/posts/{post}/delete         |                                 | 302 403 403 404 | 200 404 404 404
            POST /threads/{thread}/posts/{post}/delete         |                                 | 302 403 403 404 | 303 404 404 404
            GET  /threads/{thread}/posts/{post}/moderate       |                                 | 302 403 403 404 | 404 200 404 404
            POST /threads/{thread}/posts/{post}/hide           | reason=It names a school        | 302 403 403 404 | 404 303 404 404
            POST /threads/{thread}/posts/{post}/show           |                                 | 302 403 403 404 | 404 303 404 404
            GET  /moderation                                   |                                 | 302 403 403 404 | 404 200 200 404
            GET  /moderation/report                            | post={post}                     | 302 403 403 404 | 200 200 404 404
            POST /moderation/report                            | post={post}&reason=unkind       | 302 403 403 404 | 303 303 404 404
            GET  /moderation/reported                          | post={post}                     | 302 403 403 404 | 200 200 404 404
            GET  /moderation/reports/{report}                  |                                 | 302 403 403 404 | 404 200 200 404
            POST /moderation/reports/{report}/take             |                                 | 302 403 403 404 | 404 303 303 404
            POST /moderation/reports/{report}/decide           | outcome=left&note=It is kind    | 302 403 403 404 | 404 409 409 404
            """;

    private static final String NAME = "Zephyrine";
    private static final List<String> CONTENT = List.of("Marzipan", "Wolfsbane", "Saxifrage", "Tormentil");
    private static final List<String> PEOPLE =
            List.of("out", "await", "susp", "other", "member", "facil", "mod", "admin");

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    GroupMaker making;

    @Autowired
    ReactiveMongoTemplate mongo;

    private Account suspended;
    private Account member;
    private Account facilitator;
    private Map<String, Session> sessions;
    private Fixture shared;

    @BeforeAll
    void everySortOfPerson() {
        Account awaiting = people.person("Wait", Approval.AWAITING, Role.CARER);
        suspended = people.person("Sid", Approval.SUSPENDED, Role.values());
        member = people.carer("Petronella");
        facilitator = people.carer("Gwendoline");
        people.carer("New One");
        sessions = Map.of(
                "out", browsing.signedOut(),
                "await", browsing.as(awaiting),
                "susp", browsing.as(suspended),
                "other", browsing.as(people.with("Otto", Role.CARER, Role.SUPERVISING_SOCIAL_WORKER)),
                "member", browsing.as(member),
                "facil", browsing.as(facilitator),
                "mod", browsing.as(people.with("Mo", Role.MODERATOR)),
                "admin", browsing.as(people.with("Ada", Role.ADMINISTRATOR)));
        shared = new Fixture();
    }

    /** One row of the table. */
    record Row(String method, String address, String with, List<Integer> expected) {
        static Row of(String line) {
            String[] parts = line.split("\\|");
            String[] first = parts[0].strip().split(" +");
            List<Integer> statuses = Stream.of((parts[2] + parts[3]).strip().split(" +"))
                    .map(Integer::valueOf)
                    .toList();
            assertThat(statuses).as(line).hasSize(PEOPLE.size());
            return new Row(first[0], first[1], parts[1].strip(), statuses);
        }

        /** The address with all its variables alike, as it is declared. */
        String declared() {
            return method + " " + address.replaceAll("\\{[^}]*}", "{}");
        }

        boolean reads() {
            return method.equals("GET");
        }

        @Override
        public String toString() {
            return method + " " + address;
        }
    }

    static Stream<Row> rows() {
        return TABLE.lines().skip(1).map(Row::of);
    }

    @Test
    void everyAddressHasItsRow() {
        Set<String> declared = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternsCondition().getPatterns().stream()
                        .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " "
                                        + pattern.getPatternString().replaceAll("\\{[^}]*}", "{}"))))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rows().map(Row::declared).toList()).doesNotHaveDuplicates();
        assertThat(rows().map(Row::declared)).containsExactlyInAnyOrderElementsOf(declared);
    }

    /** Without this the words could be missing for everybody, and the table would prove nothing. */
    @Test
    void whatIsPlantedIsThereForThoseInside() {
        Fixture fixture = new Fixture();
        Map<String, String> at = fixture.names();
        assertThat(browsing.as(member)
                        .get("/threads/" + at.get("thread") + "/" + at.get("slug"))
                        .body())
                .contains("Marzipan", "Wolfsbane", NAME, "Petronella");
        Session leads = browsing.as(facilitator);
        assertThat(leads.get("/groups/" + at.get("group") + "/people").body()).contains("Tormentil", "Petronella");
        leads.post("/moderation/reports/" + at.get("report") + "/take");
        assertThat(leads.get("/moderation/reports/" + at.get("report")).body()).contains("Saxifrage", "Wolfsbane");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whoMayWhat(Row row) {
        List<Integer> found = new ArrayList<>();
        for (String person : PEOPLE) {
            // What is read changes nothing; what is sent finds all as it was, whoever sent it before.
            Fixture fixture = row.reads() ? shared : new Fixture();
            Page answer = send(row, person, fixture.names());
            found.add(answer.status());
            assertNothingShows(row, person, answer);
            if (answer.status() == 404 && row.address().matches(".*\\{(group|thread|report)}.*")) {
                assertLikeUnknown(row, person, answer);
            }
        }
        assertThat(asLine(found)).as(row.toString()).isEqualTo(asLine(row.expected()));
    }

    private static String asLine(List<Integer> statuses) {
        List<String> line = new ArrayList<>();
        for (int i = 0; i < PEOPLE.size(); i++) {
            line.add(PEOPLE.get(i) + " " + statuses.get(i));
        }
        return String.join(", ", line);
    }

    private void assertNothingShows(Row row, String person, Page answer) {
        String all = (answer.body() + " " + answer.headers()).toLowerCase(Locale.ROOT);
        List<String> planted = switch (person) {
            case "member", "facil" -> List.of();
            // They know of groups, for their work; of what was said there nothing.
            case "mod", "admin" -> CONTENT;
            default ->
                Stream.concat(Stream.of(NAME, "Petronella", "Gwendoline"), CONTENT.stream())
                        .toList();
        };
        for (String word : planted) {
            assertThat(all).as(row + " to " + person).doesNotContain(word.toLowerCase(Locale.ROOT));
        }
    }

    private void assertLikeUnknown(Row row, String person, Page answer) {
        Page unknown = send(
                row,
                person,
                Map.of(
                        "group",
                        "nosuchgroup0",
                        "thread",
                        "nosuchthread",
                        "post",
                        "nosuchpost00",
                        "report",
                        "nosuchreport",
                        "request",
                        "nosuchasking",
                        "member",
                        "nobody",
                        "person",
                        "nobody",
                        "slug",
                        "nothing",
                        "name",
                        "nothing"));
        assertThat(unknown.status()).as(row + " to " + person).isEqualTo(404);
        assertThat(answer.body()).as(row + " to " + person).isEqualTo(unknown.body());
        assertThat(answer.headers().keySet()).isEqualTo(unknown.headers().keySet());
    }

    private Page send(Row row, String person, Map<String, String> names) {
        String path = fill(row.address(), names);
        String with = fill(row.with(), names);
        Session session = Objects.requireNonNull(sessions.get(person));
        if (row.reads()) {
            return session.get(with.isEmpty() ? path : path + "?" + with);
        }
        String[] fields = with.isEmpty()
                ? new String[0]
                : Arrays.stream(with.split("&"))
                        .flatMap(field -> Stream.of(field.split("=", 2)))
                        .toArray(String[]::new);
        return session.post(path, fields);
    }

    private static String fill(String text, Map<String, String> names) {
        String filled = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        }
        return filled;
    }

    /** A hidden group with a word planted in every place. */
    private final class Fixture {
        private final Group group = making.aHiddenGroup(NAME + " company")
                .withMembers(member, suspended)
                .facilitatedBy(facilitator)
                .there();
        private final String thread;
        private final String slug;
        private final String post;
        private final String report;
        private final String request = Ids.next();
        private final String person;

        Fixture() {
            Session writes = browsing.as(member);
            Page started =
                    writes.post("/threads", "group", group.id(), "title", "Marzipan for tea", "text", "The recipe");
            assertThat(started.status()).isEqualTo(303);
            thread = started.location().split("/")[2];
            slug = started.location().split("/")[3];
            Page replied = writes.post("/threads/" + thread + "/posts", "text", "Wolfsbane is what I said");
            post = replied.location().replaceAll(".*#post-", "");
            browsing.as(member)
                    .post("/moderation/report", "post", post, "reason", "unkind", "words", "Saxifrage is what I say");
            report = find("reports", "post", post);
            mongo.insert(
                            JoinRequest.ask(
                                    request, group.id(), "new-one", Ids.next(), "Tormentil, please", Instant.now()),
                            "join_requests")
                    .block(Duration.ofSeconds(10));
            person = people.carer("Person " + Ids.next()).id();
        }

        private String find(String collection, String field, String value) {
            Query query = Query.query(Criteria.where(field).is(value)).comment(QueryWatch.TEST);
            Supplier<Document> one =
                    () -> mongo.findOne(query, Document.class, collection).block(Duration.ofSeconds(10));
            return Objects.requireNonNull(one.get()).getString("_id");
        }

        Map<String, String> names() {
            return Map.of(
                    "group",
                    group.id(),
                    "thread",
                    thread,
                    "post",
                    post,
                    "report",
                    report,
                    "request",
                    request,
                    "member",
                    member.id(),
                    "person",
                    person,
                    "slug",
                    slug,
                    "name",
                    group.slug());
        }
    }
}
