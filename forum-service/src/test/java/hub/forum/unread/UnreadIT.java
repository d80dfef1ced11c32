package hub.forum.unread;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.forum.threads.ImportThreads;
import hub.forum.threads.ImportThreads.OldPost;
import hub.forum.threads.ImportThreads.OldThread;
import hub.forum.visits.Visits;
import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What is new to whom: not read on any device, by somebody else, where they may read. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnreadIT {
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

    Account amina;
    Account joe;
    Account newcomer;
    Account outsider;
    final Deque<Account> readers = new ArrayDeque<>();
    Group alder;

    @BeforeAll
    void aConstellationThatAminaAndJoeKnow() {
        amina = people.carer("Amina");
        joe = people.carer("Joe");
        newcomer = people.carer("Newcomer");
        outsider = people.carer("Otto");
        List<Account> members = new ArrayList<>(List.of(amina, joe, newcomer));
        for (int i = 0; i < 8; i++) {
            Account reader = people.carer("Rosa " + (char) ('A' + i));
            visits.wasHere(reader.id(), A_DAY_AGO).block();
            readers.add(reader);
            members.add(reader);
        }
        alder = groups.aConstellation("Alder")
                .withMembers(members.toArray(Account[]::new))
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
    void homeSaysWhatIsNewInMyGroups() {
        String home = browsing.as(joe).get("/").body();
        assertThat(section(home, Words.of("threads.home.new")))
                .contains(
                        Words.partOf("threads.home.since"),
                        "Begun meanwhile",
                        Words.of("threads.new.conversation"),
                        "Answered meanwhile",
                        Words.of("threads.new.count", 1))
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
        assertThat(line(list, "Begun meanwhile")).contains(Words.of("threads.new.conversation"));
        assertThat(line(list, "Answered meanwhile")).contains(">" + Words.of("threads.new.count", 1) + "<");
        assertThat(line(list, "Read long ago")).doesNotContain("class=\"new\"");
    }

    /** Of a list, the line of a conversation. */
    private static String line(String list, String title) {
        int at = list.indexOf(">" + title + "<");
        assertThat(at).as(title).isPositive();
        return list.substring(at, list.indexOf("</li>", at));
    }

    @Test
    void newPostsSayNewAndALinkLeadsToTheFirst() {
        String page = browsing.as(whoWasHereYesterday())
                .get(pathOf("Answered meanwhile"))
                .body();
        String first = firstNew(page);
        assertThat(first).startsWith("#post-");
        String post = page.substring(page.indexOf("id=\"" + first.substring(1) + "\""));
        assertThat(post.substring(0, post.indexOf("</article>"))).contains(">New</span>", "But my sister has");
        assertThat(page).containsOnlyOnce(">New</span>");
    }

    @Test
    void inALongConversationTheLinkLeadsToThePageOfTheFirstNewPost() {
        Account rosa = whoWasHereYesterday();
        String first = firstNew(browsing.as(rosa).get(pathOf("A long one")).body());
        Page led = browsing.as(rosa).get(first);
        assertThat(led.status()).isEqualTo(303);
        String there = led.location().substring(0, led.location().indexOf('#'));
        assertThat(browsing.as(rosa).get(there).body())
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
    void whatIsReadIsNewNoMoreOnAnyDevice() {
        Account rosa = whoWasHereYesterday();
        assertThat(line(rosa, "Answered meanwhile")).contains(Words.of("threads.new.count", 1), "?at=new");
        browsing.as(rosa).get(pathOf("Answered meanwhile"));
        assertThat(line(rosa, "Answered meanwhile")).doesNotContain("class=\"new\"", "?at=new");
        assertThat(line(rosa, "Begun meanwhile"))
                .as("what she did not read stays new")
                .contains(Words.of("threads.new.conversation"));
        assertThat(browsing.as(rosa).get(pathOf("Answered meanwhile")).body())
                .doesNotContain(">New</span>", Words.of("threads.firstNew"));
    }

    @Test
    void aLongConversationIsReadPageByPage() {
        List<OldPost> many = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            many.add(post(amina, AN_HOUR_AGO.plusSeconds(i), "Page by page, " + i));
        }
        conversation("Page by page", many.toArray(OldPost[]::new));
        Account rosa = whoWasHereYesterday();
        assertThat(line(rosa, "Page by page")).contains(Words.of("threads.new.conversation"));
        String path = pathOf("Page by page");
        String later = later(browsing.as(rosa).get(path).body());
        assertThat(line(rosa, "Page by page")).contains(Words.of("threads.new.count", 10));
        browsing.as(rosa).get(later);
        assertThat(line(rosa, "Page by page")).doesNotContain("class=\"new\"");
    }

    @Test
    void theLastPageReadFirstLeavesTheOthersNew() {
        List<OldPost> many = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            many.add(post(amina, AN_HOUR_AGO.plusSeconds(i), "Backwards, " + i));
        }
        conversation("Backwards", many.toArray(OldPost[]::new));
        Account rosa = whoWasHereYesterday();
        String path = pathOf("Backwards");
        String second = later(browsing.as(newcomer).get(path).body());
        String third = later(browsing.as(newcomer).get(second).body());
        String fourth = later(browsing.as(newcomer).get(third).body());
        browsing.as(rosa).get(fourth);
        assertThat(line(rosa, "Backwards")).contains(Words.of("threads.new.many", 50));
        browsing.as(rosa).get(third);
        assertThat(line(rosa, "Backwards")).contains(Words.of("threads.new.count", 40));
        browsing.as(rosa).get(path);
        browsing.as(rosa).get(second);
        assertThat(line(rosa, "Backwards")).doesNotContain("class=\"new\"");
    }

    @Test
    void whatWasTakenBackIsNotCounted() {
        conversation(
                "Taken back",
                post(joe, A_WEEK_AGO, "Long ago"),
                post(amina, AN_HOUR_AGO, "Stays"),
                post(amina, AN_HOUR_AGO.plusSeconds(1), "Goes"));
        Account rosa = whoWasHereYesterday();
        assertThat(line(rosa, "Taken back")).contains(Words.of("threads.new.count", 2));
        String page = browsing.as(amina).get(pathOf("Taken back")).body();
        Matcher last = Pattern.compile("id=\"post-([0-9a-z]+)\"").matcher(page);
        String goes = "";
        while (last.find()) {
            goes = last.group(1);
        }
        String thread = pathOf("Taken back").split("/")[2];
        browsing.as(amina).post("/threads/" + thread + "/posts/" + goes + "/delete");
        assertThat(line(rosa, "Taken back")).contains(Words.of("threads.new.count", 1));
    }

    /** A member who has read nothing yet. */
    private Account whoWasHereYesterday() {
        return readers.remove();
    }

    private String line(Account reader, String title) {
        String list = browsing.as(reader).get(alder.path()).body();
        int at = list.indexOf(">" + title + "<");
        assertThat(at).as(title).isPositive();
        return list.substring(list.lastIndexOf("<li", at), list.indexOf("</li>", at));
    }

    private static String later(String page) {
        Matcher link = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page);
        assertThat(link.find()).isTrue();
        return link.group(1);
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
