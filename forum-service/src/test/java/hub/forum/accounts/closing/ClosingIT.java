package hub.forum.accounts.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.platform.forms.FormKey;
import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.KeptWords;
import hub.testkit.People;
import hub.testkit.Stored;
import hub.testkit.TestClock;
import hub.testkit.Words;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** Somebody closes their account, has time to think better of it, and is gone; what others have answered stays. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosingIT {
    private static final String PATH = "/accounts/closing";
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    GroupMaker making;

    @Autowired
    TestClock clock;

    @Autowired
    KeptWords kept;

    @Autowired
    ReactiveMongoTemplate mongo;

    Account administrator;
    Account stays;
    Group group;

    @BeforeAll
    void anAdministratorAndSomebodyWhoStays() {
        administrator = people.with("Ada", Role.ADMINISTRATOR);
        stays = people.carer("Stella Stays");
    }

    /** Somebody in a group of their own with somebody who stays, who has left something in many places. */
    private Account somebodyWhoWrites(String name) {
        Account leaver = people.carer(name + " Leaver");
        group = making.aClosedGroup("Group of " + name)
                .withMembers(leaver, stays)
                .there();
        Session her = browsing.as(leaver);
        accepted(her.post(
                "/threads",
                "group",
                group.id(),
                "title",
                name + "stitle",
                "text",
                name + "swords",
                "formKey",
                FormKey.fresh()));
        accepted(her.post(
                "/profiles/own",
                "about",
                name + "sprofile",
                "aboutFor",
                "nobody",
                "since",
                "2014",
                "sinceFor",
                "nobody",
                "topicsFor",
                "nobody",
                "revision",
                "0"));
        String thread = threadOf(leaver);
        accepted(browsing.as(stays)
                .post(
                        "/threads/" + thread + "/posts",
                        "text",
                        "Stellasanswer",
                        "parent",
                        postOf(leaver),
                        "formKey",
                        FormKey.fresh()));
        return leaver;
    }

    private String threadOf(Account author) {
        return Stored.idOf(mongo, "threads", "author", author.id());
    }

    private String postOf(Account author) {
        return Stored.idOf(mongo, "posts", "author", author.id());
    }

    private static void accepted(Page answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    }

    private static String read(Session who, String thread) {
        return who.get(who.get("/threads/" + thread).location()).body();
    }

    private Document stored(Account account) {
        return Stored.with(mongo, "accounts", "_id", account.id()).getFirst();
    }

    private void awaitClosed(Account account) {
        await().atMost(SOON).until(() -> stored(account).get("name").equals(Words.of("accounts.closing.nobody")));
    }

    @Test
    void afterTwoWeeksNothingTellsWhoItWasAndTheConversationStays() {
        Account leaver = somebodyWhoWrites("Lenka");
        String thread = threadOf(leaver);
        Session her = browsing.as(leaver);
        assertThat(her.get(PATH).body()).contains(Words.of("accounts.closing.goes"), Words.of("words.in.profiles"));
        assertThat(her.get(PATH + "/sure?posts=keep").body()).contains(Words.of("accounts.closing.kept"));
        accepted(her.post(PATH, "posts", "keep"));
        assertThat(her.get(PATH).body()).contains(Words.of("accounts.closing.keep"));
        assertThat(browsing.as(administrator).get("/accounts/closings").body()).contains("Lenka Leaver");
        assertThat(read(her, thread)).contains("Lenkaswords");

        clock.forward(ClosingRequest.TO_THINK.plusMinutes(1));
        awaitClosed(leaver);

        assertThat(stored(leaver)).doesNotContainKeys("email", "identity").containsEntry("household", leaver.id());
        assertThat(stored(leaver).getList("roles", String.class)).isEmpty();
        assertThat(kept.holding("Lenka Leaver")).isEmpty();
        assertThat(kept.holding("Lenkasprofile")).isEmpty();
        assertThat(Stored.with(mongo, "memberships", "account", leaver.id())).isEmpty();
        assertThat(Stored.with(mongo, "notifications", "account", leaver.id())).isEmpty();
        assertThat(read(browsing.as(stays), thread))
                .contains("Lenkaswords", "Stellasanswer", Words.of("accounts.closing.nobody"));
        Page afterwards = her.get("/threads/" + thread);
        assertThat(afterwards.status()).isGreaterThanOrEqualTo(400);
        assertThat(afterwards.body()).doesNotContain("Lenkaswords");
    }

    @Test
    void whoeverWishesItHasTheirPostsTakenOut() {
        Account leaver = somebodyWhoWrites("Olwen");
        String thread = threadOf(leaver);
        accepted(browsing.as(leaver).post(PATH, "posts", "out"));
        clock.forward(ClosingRequest.TO_THINK.plusMinutes(1));
        awaitClosed(leaver);
        assertThat(kept.holding("Olwenswords")).isEmpty();
        assertThat(read(browsing.as(stays), thread)).contains("Stellasanswer").doesNotContain("Olwenswords");
    }

    @Test
    void whoeverThinksBetterOfItKeepsAll() {
        Account leaver = somebodyWhoWrites("Bethan");
        Session her = browsing.as(leaver);
        accepted(her.post(PATH, "posts", "out"));
        accepted(her.post(PATH + "/keep"));
        clock.forward(ClosingRequest.TO_THINK.plusMinutes(1));
        assertThat(Stored.with(mongo, "queue", "subject", leaver.id()).stream().map(item -> item.getString("queue")))
                .doesNotContain("due." + Closings.CLOSE);
        assertThat(stored(leaver)).containsEntry("name", "Bethan Leaver");
        assertThat(her.get(PATH).body()).contains(Words.of("accounts.closing.next"));
    }

    @Test
    void whatBecomesOfThePostsMustBeSaid() {
        Page asked = browsing.as(stays).get(PATH + "/sure");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body()).contains(Words.of("accounts.closing.posts.missing"));
        assertThat(browsing.as(stays).post(PATH, "posts", "some").status()).isEqualTo(422);
    }

    @Test
    void theLastAdministratorStays() {
        Page refused = browsing.as(administrator).post(PATH, "posts", "keep");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains(Words.of("accounts.closing.last"));
    }

    @Test
    void anAdministratorErasesAtOnceWhoAsksByLetter() {
        Account leaver = somebodyWhoWrites("Nerys");
        String erase = "/accounts/" + leaver.id() + "/erase";
        Session desk = browsing.as(administrator);
        assertThat(desk.post(erase, "reason", "short").status()).isEqualTo(422);
        assertThat(desk.post("/accounts/" + administrator.id() + "/erase", "reason", "I wish it myself")
                        .status())
                .isEqualTo(409);
        accepted(desk.post(erase, "reason", "A letter of 3 May, we rang back"));
        awaitClosed(leaver);
        assertThat(desk.get(erase).status()).isEqualTo(404);
        assertThat(kept.holding("Nerys Leaver")).isEmpty();
        List<String> acts = Stored.with(mongo, "audit_log", "subject", leaver.id()).stream()
                .map(entry -> entry.getString("act"))
                .toList();
        assertThat(acts).contains("accounts.closing.letter", "accounts.closing.done");
    }
}
