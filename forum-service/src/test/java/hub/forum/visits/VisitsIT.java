package hub.forum.visits;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.forum.threads.ImportThreads;
import hub.forum.threads.ImportThreads.OldPost;
import hub.forum.threads.ImportThreads.OldThread;
import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What is new to whom: since their last visit, by somebody else, where they may read. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitsIT {
    private static final Instant NOW = Instant.now();
    private static final Instant A_WEEK_AGO = NOW.minus(Duration.ofDays(7));
    private static final Instant A_DAY_AGO = NOW.minus(Duration.ofDays(1));
    private static final Instant AN_HOUR_AGO = NOW.minus(Duration.ofHours(1));
    private static final Pattern HREF = Pattern.compile("href=\"([^\"]+)\"[^>]*>" + Words.of("threads.firstNew"));

    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    GroupMaker groups;

    @Autowired
    ImportThreads threads;

    @Autowired
    Visits visits;

    @Autowired
    VisitStore store;

    Account amina;
    Account joe;
    Account newcomer;
    Account outsider;
    Group alder;

    @BeforeAll
    void aConstellationThatAminaAndJoeKnow() {
        amina = people.carer("Amina");
        joe = people.carer("Joe");
        newcomer = people.carer("Newcomer");
        outsider = people.carer("Otto");
        alder = groups.aConstellation("Alder")
                .withMembers(amina, joe, newcomer)
                .facilitatedBy(people.with("Gwen", Role.CARER))
                .there();
        visits.wasHere(amina.id(), A_DAY_AGO).block();
        visits.wasHere(joe.id(), A_DAY_AGO).block();
        conversation("Read long ago", post(joe, A_WEEK_AGO, "Old news"));
        conversation("Begun meanwhile", post(amina, AN_HOUR_AGO, "Hello"));
        conversation(
                "Answered meanwhile",
                post(joe, A_WEEK_AGO, "Who has a spare cot?"),
                post(amina, A_WEEK_AGO, "Not I"),
                post(amina, AN_HOUR_AGO, "But my sister has"));
        List<OldPost> many = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            many.add(post(amina, A_WEEK_AGO.plusSeconds(i), "Long, number " + i));
        }
        many.add(post(amina, AN_HOUR_AGO, "The new one"));
        conversation("A long one", many.toArray(OldPost[]::new));
    }

    private void conversation(String title, OldPost... posts) {
        threads.add(new OldThread("old/" + title, alder.id(), title, false, null, "", List.of(posts)))
                .block();
    }

    private static OldPost post(Account by, Instant at, String text) {
        return new OldPost(null, by.id(), at, text);
    }

    @Test
    void homeSaysWhatIsNewInMyGroupsSinceIWasLastHere() {
        String home = browsing.as(joe).get("/").body();
        assertThat(section(home, Words.of("threads.home.new")))
                .contains(
                        Words.partOf("threads.home.since"),
                        "Begun meanwhile",
                        Words.of("threads.new.conversation"),
                        "Answered meanwhile",
                        Words.of("threads.new.replies"))
                .doesNotContain("Read long ago");
        assertThat(section(home, Words.of("threads.home.earlier")))
                .contains("Read long ago")
                .doesNotContain("Begun meanwhile");
    }

    @Test
    void whatISaidMyselfIsNotNewToMe() {
        String home = browsing.as(amina).get("/").body();
        assertThat(home)
                .contains("Begun meanwhile", Words.partOf("threads.home.nothingNew"))
                .doesNotContain(Words.of("threads.home.new"));
        assertThat(browsing.as(amina).get(pathOf("Answered meanwhile")).body()).doesNotContain("class=\"new\"");
    }

    @Test
    void toANewcomerNotEverythingIsNew() {
        String home = browsing.as(newcomer).get("/").body();
        assertThat(home)
                .contains(Words.of("threads.home.inGroups"), "Begun meanwhile")
                .doesNotContain(
                        Words.partOf("threads.home.since"),
                        Words.partOf("threads.home.nothingNew"),
                        "class=\"new\"",
                        Words.of("threads.home.new"));
        assertThat(browsing.as(newcomer).get(pathOf("Answered meanwhile")).body())
                .doesNotContain("class=\"new\"", Words.of("threads.firstNew"));
    }

    @Test
    void theListOfAGroupMarksWhatIsNew() {
        String list = browsing.as(joe).get(alder.path()).body();
        assertThat(list).containsOnlyOnce(Words.of("threads.new.conversation"));
        assertThat(list.split(Words.of("threads.new.replies"), -1))
                .as("the two that were answered")
                .hasSize(3);
    }

    @Test
    void newPostsSayNewAndALinkLeadsToTheFirst() {
        String page = browsing.as(joe).get(pathOf("Answered meanwhile")).body();
        String first = firstNew(page);
        assertThat(first).startsWith("#post-");
        String post = page.substring(page.indexOf("id=\"" + first.substring(1) + "\""));
        assertThat(post.substring(0, post.indexOf("</article>"))).contains(">New</span>", "But my sister has");
        assertThat(page).containsOnlyOnce(">New</span>");
    }

    @Test
    void inALongConversationTheLinkLeadsToThePageOfTheFirstNewPost() {
        String first = firstNew(browsing.as(joe).get(pathOf("A long one")).body());
        Page led = browsing.as(joe).get(first);
        assertThat(led.status()).isEqualTo(303);
        String there = led.location().substring(0, led.location().indexOf('#'));
        assertThat(browsing.as(joe).get(there).body())
                .contains("The new one", "Long, number 44")
                .doesNotContain("number 3<");
        assertThat(browsing.as(newcomer).get(first).location()).isEqualTo(pathOf("A long one"));
        Page hidden = browsing.as(outsider).get(first);
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.body())
                .isEqualTo(browsing.as(outsider)
                        .get("/threads/000000000000?at=new")
                        .body());
    }

    @Test
    void aVisitIsWrittenDownOnceAndTheNextOneBeginsWhereItEnded() {
        // Taken once, as the scheduler does.
        reactor.core.publisher.Mono<Void> eachMinute = visits.writeDown();
        Account beth = people.carer("Beth");
        browsing.as(beth).get("/groups");
        assertThat(store.find(beth.id()).blockOptional())
                .as("nothing is written while she waits")
                .isEmpty();
        eachMinute.block();
        Visit first = store.find(beth.id()).block();
        assertThat(first.since()).isNull();
        assertThat(first.seen()).isBetween(NOW, Instant.now());

        visits.wasHere("charlie", A_DAY_AGO).block();
        Account charlie = people.carer("Charlie");
        browsing.as(charlie).get("/library");
        eachMinute.block();
        Visit second = store.find(charlie.id()).block();
        assertThat(second.since()).isEqualTo(A_DAY_AGO.truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
        assertThat(second.seen()).isAfterOrEqualTo(NOW);
    }

    private String pathOf(String title) {
        Matcher link = Pattern.compile("href=\"(/threads/[^\"]+)\">" + title)
                .matcher(browsing.as(newcomer).get(alder.path()).body());
        assertThat(link.find()).as(title).isTrue();
        return link.group(1);
    }

    private static String firstNew(String page) {
        Matcher link = HREF.matcher(page);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static String section(String page, String title) {
        int begin = page.indexOf(">" + title + "<");
        assertThat(begin).as(title).isPositive();
        return page.substring(begin, page.indexOf("</section>", begin));
    }
}
