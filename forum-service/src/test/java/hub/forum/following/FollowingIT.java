package hub.forum.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.forum.visits.Visits;
import hub.platform.identity.Account;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.QueryWatch;
import hub.testkit.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/** What people follow is found when they look, and what they mute is quiet. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowingIT {
    private static final String FOLLOWED = "/conversations?show=followed";

    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    GroupMaker making;

    @Autowired
    Visits visits;

    @Autowired
    ReactiveMongoTemplate mongo;

    Account joe;
    Group board;

    @BeforeAll
    void aBoardAndSomebodyWhoTalks() {
        joe = people.carer("Joe");
        board = making.aBoard("Board to follow").there();
    }

    private Account reader(String name) {
        Account reader = people.carer(name);
        visits.wasHere(reader.id(), Instant.now().minus(Duration.ofDays(2))).block();
        return reader;
    }

    private String start(Account by, Group group, String title) {
        Session writes = browsing.as(by);
        String key = writes.get("/threads/new?group=" + group.id()).formKey();
        Page started = writes.post("/threads", "group", group.id(), "title", title, "text", "Well?", "formKey", key);
        assertThat(started.status()).as(started.body()).isEqualTo(303);
        return started.location();
    }

    private String reply(Account by, String path, String text) {
        Page answer = browsing.as(by).post(idPath(path) + "/posts", "text", text, "formKey", text);
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        return answer.location().substring(answer.location().lastIndexOf("post-") + "post-".length());
    }

    private static String idPath(String path) {
        return "/threads/" + path.split("/")[2];
    }

    private void choose(Account who, String path, String choice) {
        Page answer = browsing.as(who).post(idPath(path) + "/following", "choose", choice);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo(path);
    }

    private void volume(Account who, Group group, Volume volume) {
        Page answer = browsing.as(who).post("/following/" + group.id(), "volume", volume.slug());
        assertThat(answer.location()).isEqualTo("/following/" + group.id() + "?saved=yes");
    }

    private String home(Account who) {
        return browsing.as(who).get("/").body();
    }

    private String followed(Account who) {
        return browsing.as(who).get(FOLLOWED).body();
    }

    private String told(Account who) {
        return browsing.as(who).get("/notifications").body();
    }

    @Test
    void aFollowedConversationIsListedAndCountedUntilItIsRead() {
        Account amina = reader("Amina");
        String path = start(joe, board, "Swimming on Saturdays");
        start(joe, board, "Not followed by anybody");
        assertThat(followed(amina)).contains(Words.of("conversations.followed.none"));
        choose(amina, path, "follow");
        assertThat(browsing.as(amina).get(path).body())
                .contains(Words.of("threads.follow.state"), Words.of("threads.follow.stop"));
        assertThat(home(amina)).doesNotContain(Words.of("conversations.home.followed"));
        reply(joe, path, "The pool is warm");
        assertThat(followed(amina))
                .contains("Swimming on Saturdays", Words.of("threads.new.count", 1))
                .doesNotContain("Not followed by anybody");
        assertThat(home(amina))
                .contains(Words.of("conversations.home.followed"), Words.of("conversations.home.followed.all", 1));
        browsing.as(amina).get(path);
        assertThat(followed(amina)).contains("Swimming on Saturdays").doesNotContain(Words.of("threads.new.count", 1));
        assertThat(home(amina)).doesNotContain(Words.of("conversations.home.followed"));
        choose(amina, path, "neither");
        assertThat(followed(amina)).contains(Words.of("conversations.followed.none"));
    }

    @Test
    void inAMutedConversationOnlyAnAnswerAndAMentionAreHeard() {
        Account amina = reader("Amina Quiet");
        Group alder = making.aHiddenGroup("Alder mutes").withMembers(amina, joe).there();
        String path = start(amina, alder, "Too much of it");
        String own = reply(amina, path, "My own words");
        choose(amina, path, "mute");
        assertThat(browsing.as(amina).get(path).body())
                .contains(Words.of("threads.mute.state"), Words.of("threads.mute.stop"));
        browsing.as(joe).post(idPath(path) + "/posts/" + own + "/reactions", "give", "thanks");
        reply(joe, path, "An answer to the one who began");
        await().untilAsserted(() ->
                assertThat(told(amina)).contains(Words.of("threads.reply.notice.say", "Joe", "Too much of it")));
        assertThat(told(amina)).doesNotContain(Words.of("threads.reaction.notice.say", "Joe", "Too much of it"));
        assertThat(home(amina)).doesNotContain(Words.of("threads.home.new"));
        assertThat(browsing.as(amina).get("/conversations?show=unread").body()).doesNotContain("Too much of it");
        choose(amina, path, "neither");
        assertThat(home(amina)).contains(Words.of("threads.home.new"));
    }

    @Test
    void everythingOfAGroupIsFollowedButWhatIsMuted() {
        Account amina = reader("Amina Everything");
        Group alder = making.aHiddenGroup("Alder all").withMembers(amina, joe).there();
        start(joe, alder, "Heard of");
        String noisy = start(joe, alder, "Noisy one");
        volume(amina, alder, Volume.EVERYTHING);
        choose(amina, noisy, "mute");
        assertThat(followed(amina)).contains("Heard of").doesNotContain("Noisy one");
        // What stands among what is new in her groups is counted here, and not shown twice.
        assertThat(home(amina))
                .contains(Words.of("conversations.home.followed.all", 1))
                .containsOnlyOnce("Heard of");
        assertThat(browsing.as(amina).get("/following").body())
                .contains("Alder all", Words.of("following.volume.everything"));
    }

    @Test
    void aGroupOfWhichSomebodyWantsNothingIsQuietButForWhatTheyFollow() {
        Account amina = reader("Amina Nothing");
        Group alder = making.aHiddenGroup("Alder quiet").withMembers(amina, joe).there();
        String quiet = start(amina, alder, "Quiet one");
        String loud = start(amina, alder, "Loud one");
        volume(amina, alder, Volume.NOTHING);
        choose(amina, loud, "follow");
        reply(joe, quiet, "Hello @Amina Nothing");
        reply(joe, loud, "Hello again");
        await().untilAsserted(() ->
                assertThat(told(amina)).contains(Words.of("threads.reply.notice.say", "Joe", "Loud one")));
        assertThat(told(amina)).doesNotContain("Quiet one");
        assertThat(browsing.as(amina).get("/conversations?show=unread").body())
                .contains("Loud one")
                .doesNotContain("Quiet one");
    }

    @Test
    void whoLeftFindsNothingOfItAndWhatTheyChoseIsForgotten() {
        Account leaver = reader("Leaver");
        Group alder = making.aHiddenGroup("Alder left").withMembers(leaver, joe).there();
        String path = start(joe, alder, "Behind the door");
        volume(leaver, alder, Volume.EVERYTHING);
        choose(leaver, path, "follow");
        assertThat(followed(leaver)).contains("Behind the door");
        browsing.as(leaver).post("/groups/" + alder.id() + "/leave");
        assertThat(followed(leaver)).doesNotContain("Behind the door", "Alder left");
        assertThat(home(leaver)).doesNotContain("Behind the door", Words.of("conversations.home.followed"));
        assertThat(browsing.as(leaver).get("/following").body()).doesNotContain("Alder left");
        assertThat(browsing.as(leaver).get("/following/" + alder.id()).status()).isEqualTo(404);
        await().untilAsserted(() -> assertThat(chosenBy(leaver).groups()).doesNotContainKey(alder.id()));
        assertThat(chosenBy(leaver).threads()).isEmpty();
    }

    private Follows chosenBy(Account who) {
        return mongo.find(Query.query(where("_id").is(who.id())).comment(QueryWatch.TEST), Follows.class, "follows")
                .next()
                .block(Duration.ofSeconds(10));
    }

    /** What one post writes does not grow with those who follow. */
    @Test
    void aPostWritesNothingForThoseWhoFollow() {
        Account[] many = IntStream.range(0, 12)
                .mapToObj(number -> reader("Follower " + (char) ('A' + number)))
                .toArray(Account[]::new);
        Group alder = making.aHiddenGroup("Alder followed")
                .withMembers(many)
                .withMembers(joe)
                .there();
        for (Account each : many) {
            volume(each, alder, Volume.EVERYTHING);
        }
        String path = start(joe, alder, "For all of you");
        Account asker = many[0];
        reply(asker, path, "An answer");
        await().untilAsserted(() ->
                assertThat(told(joe)).contains(Words.of("threads.reply.notice.say", asker.name(), "For all of you")));
        Query ofTheGroup = Query.query(where("group").is(alder.id())).comment(QueryWatch.TEST);
        assertThat(mongo.count(ofTheGroup, "notifications").block(Duration.ofSeconds(10)))
                .isEqualTo(1);
        assertThat(followed(many[11])).contains("For all of you");
    }

    @Test
    void theListGoesOnPageByPageWithoutDoublesAndGaps() {
        Account amina = reader("Amina Pages");
        Group alder = making.aHiddenGroup("Alder pages").withMembers(amina, joe).there();
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            Group where = i % 2 == 0 ? alder : board;
            String title = "Paged number %02d".formatted(i);
            String path = start(joe, where, title);
            titles.add(title);
            if (i % 2 == 1 || i % 4 == 0) {
                choose(amina, path, "follow");
            }
        }
        volume(amina, alder, Volume.EVERYTHING);
        List<String> found = new ArrayList<>();
        String next = FOLLOWED;
        while (!next.isEmpty()) {
            String page = browsing.as(amina).get(next).body();
            Matcher title = Pattern.compile(">(Paged number \\d\\d)<").matcher(page);
            while (title.find()) {
                found.add(title.group(1));
            }
            Matcher older = Pattern.compile("href=\"(/conversations\\?[^\"]+after=[^\"]+)\"")
                    .matcher(page);
            next = older.find() ? older.group(1).replace("&amp;", "&") : "";
        }
        assertThat(found).isEqualTo(titles.reversed());
    }

    @Test
    void anAnswerThatIsNoneIsAskedForAgain() {
        Account amina = reader("Amina Undecided");
        Page again = browsing.as(amina).post("/following/" + board.id(), "volume", "shouting");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains(Words.of("following.volume.missing"));
    }
}
