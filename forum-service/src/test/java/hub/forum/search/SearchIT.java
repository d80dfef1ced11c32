package hub.forum.search;

import static hub.forum.search.Searching.finds;
import static hub.forum.search.Searching.found;
import static hub.forum.search.Searching.page;
import static hub.forum.search.Searching.soonFinds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.platform.search.SearchFeed;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.LogWatch;
import hub.testkit.People;
import hub.testkit.QueryWatch;
import hub.testkit.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** What people find on the page, and how soon it is gone when it is taken back. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchIT {
    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    GroupMaker making;

    @Autowired
    ReactiveMongoTemplate mongo;

    @Autowired
    SearchFeed feed;

    private Account amina;
    private Account joe;
    private Account gwen;
    private Account administrator;
    private Session reads;
    private Group board;
    private Group closed;

    @BeforeAll
    void aBoardAndAGroup() {
        amina = people.carer("Amina O'Brien");
        joe = people.carer("Joe");
        gwen = people.carer("Gwen");
        administrator = people.with("Ada", Role.ADMINISTRATOR);
        reads = browsing.as(joe);
        board = making.aBoard("Everyday caring").there();
        closed = making.aClosedGroup("Bluebell")
                .withMembers(amina, joe)
                .facilitatedBy(gwen)
                .there();
    }

    private String start(Group group, String title, String text) {
        Page started = browsing.as(amina).post("/threads", "group", group.id(), "title", title, "text", text);
        assertThat(started.status()).as(started.body()).isEqualTo(303);
        return started.location();
    }

    private String reply(String thread, String text) {
        Page replied = browsing.as(amina).post("/threads/" + thread.split("/")[2] + "/posts", "text", text);
        assertThat(replied.status()).as(replied.body()).isEqualTo(303);
        return replied.location().replaceAll(".*#post-", "");
    }

    @Test
    void conversationsAreFoundByTitleTextAndName() {
        String thread = start(board, "Bedtimes since the clocks changed", "He will not *settle* <b>anywhere</b>");
        String post = reply(thread, "A lavender pillow helped ours");
        soonFinds(reads, "bedtime", thread);
        soonFinds(reads, "lavender", "?at=" + post + "#post-" + post);
        assertThat(finds(reads, "settling", thread)).isTrue();
        assertThat(finds(reads, "obrien lavendar", post)).isTrue();
        assertThat(found(reads, "bedtimes clocks").getFirst()).isEqualTo(thread);
        String body = page(reads, "settle anywhere").body();
        assertThat(body)
                .contains(
                        "<mark class=\"found\">settle</mark>",
                        "&lt;b&gt;",
                        "Everyday caring",
                        "Amina O&#39;Brien",
                        Words.of("threads.search.kind"));
    }

    @Test
    void groupsAndPeopleAreFoundByThoseWhoMayKnowThem() {
        soonFinds(reads, "bluebell", closed.path());
        soonFinds(reads, "gwen", "/groups/" + closed.id() + "/people");
        Account outside = people.carer("Outside");
        assertThat(found(browsing.as(outside), "gwen")).isEmpty();
        soonFinds(browsing.as(administrator), "outside", "/accounts/" + outside.id());
    }

    @Test
    void aWordThatIsMeantIsSuggested() {
        String thread = start(board, "Nightlight", "A nightlight with stars");
        soonFinds(reads, "nightlight", thread);
        assertThat(page(reads, "nihgtlgiht").body()).contains(Words.of("search.meant"), "/search?q=nightlight", thread);
        String frog = start(board, "Frog", "A frog of plush");
        soonFinds(reads, "frog", frog);
        Page mistyped = page(reads, "frgo");
        assertThat(Searching.in(mistyped)).isEmpty();
        assertThat(mistyped.body()).contains(Words.of("search.meant"), "/search?q=frog");
        assertThat(page(reads, "nightlight").body()).doesNotContain(Words.of("search.meant"));
    }

    @Test
    void aSearchCanBeHeldToAKindAndAPlace() {
        String there = start(closed, "Quince jelly", "Quince in the group");
        String here = start(board, "Quince cheese", "Quince on the board");
        soonFinds(reads, "quince", there);
        soonFinds(reads, "quince", here);
        assertThat(Searching.in(reads.get("/search?q=quince&place=" + closed.id())))
                .containsExactly(there);
        assertThat(Searching.in(reads.get("/search?q=quince&kind=group"))).isEmpty();
        assertThat(Searching.in(reads.get("/search?q=quince&kind=conversation")))
                .containsExactlyInAnyOrder(there, here);
    }

    @Test
    void pagesFollowEachOther() {
        String thread = start(board, "Many", "At first");
        List<String> posts = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            posts.add(reply(thread, "Marmalade number " + i));
        }
        soonFinds(reads, "marmalade 44", posts.getLast());
        List<String> read = new ArrayList<>();
        String next = "/search?q=marmalade";
        for (int page = 0; page < 3; page++) {
            Page shown = reads.get(next);
            read.addAll(Searching.in(shown));
            next = shown.body()
                    .replaceAll("(?s).*govuk-pagination__next\"><a[^>]* href=\"([^\"]*)\".*", "$1")
                    .replace("&amp;", "&");
        }
        assertThat(read).hasSize(45).doesNotHaveDuplicates();
        assertThat(read.getFirst()).contains(posts.getLast());
    }

    @Test
    void whatIsTakenBackIsNotShownFromThenOn() {
        String thread = start(board, "Taken back", "Here it begins");
        String deleted = reply(thread, "Rhubarb deleted");
        String hidden = reply(thread, "Rhubarb hidden");
        String edited = reply(thread, "Rhubarb edited");
        for (String post : List.of(deleted, hidden, edited)) {
            soonFinds(reads, "rhubarb", post);
        }
        String posts = "/threads/" + thread.split("/")[2] + "/posts/";
        browsing.as(amina).post(posts + deleted + "/delete");
        assertThat(finds(reads, "rhubarb", deleted)).isFalse();
        Account moderator = people.with("Mo", Role.MODERATOR);
        browsing.as(moderator).post(posts + hidden + "/hide", "reason", "It names a school");
        assertThat(finds(reads, "rhubarb", hidden)).isFalse();
        browsing.as(amina).post(posts + edited + "/edit", "text", "Gooseberry now", "revision", "0");
        assertThat(page(reads, "rhubarb").body()).doesNotContain("Rhubarb");
        soonFinds(reads, "gooseberry", edited);
        Awaitility.await()
                .atMost(Searching.SOON)
                .until(() -> found(reads, "rhubarb").isEmpty());
        browsing.as(moderator).post(posts + hidden + "/show");
        soonFinds(reads, "rhubarb", hidden);
    }

    @Test
    void whoeverLeavesFindsNothingOfTheGroupFromThenOn() {
        Account leaving = people.carer("Leaving");
        Group group =
                making.aHiddenGroup("Foxglove").withMembers(amina, leaving).there();
        String thread = start(group, "Digitalis", "Foxglove tea");
        Session session = browsing.as(leaving);
        soonFinds(session, "digitalis", thread);
        soonFinds(session, "foxglove", group.path());
        soonFinds(browsing.as(amina), "leaving", "/groups/" + group.id());
        session.post("/groups/" + group.id() + "/leave");
        assertThat(found(session, "digitalis")).isEmpty();
        assertThat(found(session, "foxglove")).isEmpty();
        assertThat(found(session, "obrien foxglove")).isEmpty();
        assertThat(found(browsing.as(amina), "leaving")).isEmpty();
    }

    @Test
    void whatIsMovedIsFoundWhereItIsNow() {
        Account inside = people.carer("Inside");
        Group hidden = making.aHiddenGroup("Newplace").withMembers(inside).there();
        String thread = start(board, "Hawthorn", "Hawthorn to be moved");
        String post = reply(thread, "Hawthorn beside it");
        String id = thread.split("/")[2];
        soonFinds(reads, "hawthorn", thread);
        soonFinds(reads, "hawthorn", post);
        mongo.updateMulti(test(where("thread").is(id)), new Update().set("group", hidden.id()), "posts")
                .block(Duration.ofSeconds(10));
        mongo.updateFirst(test(where("_id").is(id)), new Update().set("group", hidden.id()), "threads")
                .block(Duration.ofSeconds(10));
        Awaitility.await()
                .atMost(Searching.SOON)
                .until(() -> found(reads, "hawthorn").isEmpty());
        soonFinds(browsing.as(inside), "hawthorn", thread);
        soonFinds(browsing.as(inside), "hawthorn", post);
    }

    private static Query test(Criteria criteria) {
        return Query.query(criteria).comment(QueryWatch.TEST);
    }

    @Test
    void aGroupThatIsHiddenIsFoundByItsMembersAlone() {
        Group group = making.aClosedGroup("Celandine").withMembers(amina).there();
        Account outside = people.carer("Passer By");
        soonFinds(browsing.as(outside), "celandine", group.path());
        Page edited = browsing.as(administrator)
                .post(
                        "/groups/" + group.id() + "/edit",
                        "name",
                        "Celandine",
                        "kind",
                        "peer-support-group",
                        "privacy",
                        "hidden",
                        "area",
                        "Ashcombe",
                        "purpose",
                        "What it is for",
                        "agreement",
                        "We keep what Celandine says",
                        "version",
                        "1");
        assertThat(edited.status()).as(edited.body()).isEqualTo(303);
        assertThat(found(browsing.as(outside), "celandine")).isEmpty();
        soonFinds(browsing.as(amina), "celandine", group.path());
    }

    @Test
    void aNewNameIsFoundWithWhatSomebodySaid() {
        Account renamed = people.carer("Formername");
        Page said = browsing.as(renamed)
                .post("/threads", "group", board.id(), "title", "Whose words", "text", "They are mine");
        soonFinds(reads, "formername", said.location());
        Page saved = browsing.as(administrator)
                .post(
                        "/accounts/" + renamed.id(),
                        "name",
                        "Lattername",
                        "household",
                        renamed.household(),
                        "roles",
                        "carer");
        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
        soonFinds(reads, "lattername", said.location());
        assertThat(page(reads, "formername").body()).doesNotContain("Formername<");
    }

    /** The folder of these tests is a temporary one, so the index is gone with its end. */
    @Test
    void anIndexThatIsMissingIsMadeAnewBesideServing() {
        String thread = start(board, "Elderflower", "Elderflower before");
        soonFinds(reads, "elderflower", thread);
        feed.stop();
        assertThat(page(reads, "elderflower").body()).contains(Words.of("search.making"));
        String meanwhile = start(board, "Elderberry", "Elderberry meanwhile");
        feed.start();
        soonFinds(reads, "elderflower", thread);
        soonFinds(reads, "elderberry", meanwhile);
        Awaitility.await().until(() -> !page(reads, "elderflower").body().contains(Words.of("search.making")));
    }

    /** As after a restored backup, or when MongoDB's log does not reach back: nothing says what changed. */
    @Test
    void whatCannotBeFollowedIsReadAnew() {
        String thread = start(board, "Sorrel", "Sorrel before");
        soonFinds(reads, "sorrel", thread);
        mongo.createCollection("dropped_in_a_test").block(Duration.ofSeconds(10));
        mongo.dropCollection("dropped_in_a_test").block(Duration.ofSeconds(10));
        String after = start(board, "Samphire", "Samphire after");
        soonFinds(reads, "samphire", after);
        assertThat(finds(reads, "sorrel", thread)).isTrue();
    }

    @Test
    void tooLongAQuestionIsRefusedBesideItsField() {
        Page refused = reads.get("/search?q=" + "x".repeat(201));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"q-error\"", Words.of("search.q.tooLong", 201));
    }

    @Test
    void nothingFoundSaysWhatToTry() {
        assertThat(page(reads, "xyzzyplugh").body()).contains(Words.of("search.none.title"));
        assertThat(page(reads, "*:*").body()).contains(Words.of("search.noWord.title"));
        assertThat(reads.get("/search").body()).doesNotContain(Words.of("search.found"));
    }

    @Test
    void whatIsAskedStandsInNoLog() {
        try (LogWatch log = LogWatch.start()) {
            page(reads, "Secretword");
            reads.get("/search?q=Secretword" + "x".repeat(300));
            reads.get("/search?q=Secretword&after=Secretposition&place=Secretplace&kind=Secretkind");
            Awaitility.await().until(() -> log.requests().size() >= 3);
            assertThat(log.requests()).allMatch(line -> line.contains("GET /search "));
            assertThat(log.lines()).noneMatch(line -> line.contains("Secret"));
        }
    }
}
