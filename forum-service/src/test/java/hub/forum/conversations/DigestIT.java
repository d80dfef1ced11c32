package hub.forum.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.forum.visits.Visits;
import hub.platform.identity.Account;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.TestClock;
import hub.testkit.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** The letter about what is new in what people follow: asked for, once, about nothing that its reader may not know, and without a word of it. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DigestIT {
    private static final Pattern LETTER = Pattern.compile("/mail/box/[0-9a-z]{12}");
    private static final Pattern STOP = Pattern.compile("/mail/stop/[A-Za-z0-9.~_-]+");
    private static final String CHOICES = "/notifications/choices";

    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    GroupMaker making;

    @Autowired
    Visits visits;

    @Autowired
    TestClock clock;

    @Autowired
    Digests digests;

    Account joe;
    Group board;

    @BeforeAll
    void aBoardAndSomebodyWhoTalks() {
        joe = people.carer("Joe Talks");
        board = making.aBoard("Board of letters").there();
    }

    private Account reader(String name) {
        Account reader = people.carer(name);
        visits.wasHere(reader.id(), clock.instant().minus(Duration.ofDays(2))).block();
        return reader;
    }

    private Group groupOf(String name, Account... some) {
        return making.aHiddenGroup(name).withMembers(some).withMembers(joe).there();
    }

    private String start(Group group, String title) {
        Session writes = browsing.as(joe);
        String key = writes.get("/threads/new?group=" + group.id()).formKey();
        return writes.post("/threads", "group", group.id(), "title", title, "text", "Well?", "formKey", key)
                .location();
    }

    private void volume(Account who, Group group, String volume) {
        assertThat(browsing.as(who)
                        .post("/following/" + group.id(), "volume", volume)
                        .status())
                .isEqualTo(303);
    }

    private void digest(Account who, String choice) {
        Page answer = browsing.as(who)
                .post(CHOICES, "mail", "conversations.digest " + choice, "from", "none", "until", "07:00");
        assertThat(answer.status()).isEqualTo(303);
    }

    private String box(Account who) {
        return browsing.as(who).get("/mail/box").body();
    }

    private long letters(Account who) {
        return LETTER.matcher(box(who))
                .results()
                .map(found -> found.group())
                .distinct()
                .count();
    }

    private void letterComesTo(Account who, long count) {
        await().untilAsserted(() -> assertThat(letters(who)).isEqualTo(count));
    }

    private String letter(Account who) {
        return browsing.as(who).get(first(LETTER, box(who))).body();
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group();
    }

    /** What somebody chose is taken up a moment later. */
    private void planned(Account... all) {
        for (Account each : all) {
            await().untilAsserted(() -> assertThat(digests.planned(each.id()).block(Duration.ofSeconds(10)))
                    .isTrue());
        }
    }

    @Test
    void theLetterCountsAndNamesNothingAndComesOnceForWhatIsNew() {
        Account reads = reader("Penelope Reads");
        Account beside = reader("Beside Her");
        Group alder = groupOf("Alder letters", reads, beside);
        volume(reads, alder, "everything");
        volume(beside, alder, "everything");
        digest(reads, "daily");
        planned(reads);
        start(alder, "Sleepwalking");
        browsing.as(reads)
                .post("/threads/" + start(board, "On the board").split("/")[2] + "/following", "choose", "follow");
        clock.forward(Duration.ofHours(25));
        letterComesTo(reads, 1);
        assertThat(letter(reads))
                .contains(
                        "Penelope",
                        Words.of("conversations.digest.mail.subject", 2),
                        Words.of("conversations.digest.mail.groups", 1),
                        Words.of("conversations.digest.mail.boards", 1),
                        "/conversations?show=followed",
                        Words.of("mail.why"))
                .doesNotContain("Sleepwalking", "Alder", "Joe", "Well?", "On the board", "Board of letters");
        // Off unless it is asked for.
        assertThat(letters(beside)).isZero();
        // Nothing was said since, though it is still unread: no second letter. Whoever chose later is a day behind.
        Account control = reader("Control One");
        digest(control, "daily");
        planned(control);
        clock.forward(Duration.ofHours(1));
        String again = start(board, "Later on the board");
        browsing.as(control).post("/threads/" + again.split("/")[2] + "/following", "choose", "follow");
        clock.forward(Duration.ofHours(25));
        letterComesTo(control, 1);
        assertThat(letters(reads)).isEqualTo(1);
    }

    @Test
    void whoLeftOrMutedOrHasReadItHearsNothing() {
        Account stays = reader("Stays Here");
        Account leaves = reader("Leaves It");
        Account mutes = reader("Mutes It");
        Account reads = reader("Reads It");
        Account off = reader("Suspended Soon");
        Group alder = groupOf("Alder leaving", stays, leaves, mutes, reads, off);
        Instant before = clock.instant().minus(Duration.ofMinutes(1));
        for (Account each : new Account[] {stays, leaves, mutes, reads, off}) {
            volume(each, alder, "everything");
            digest(each, "daily");
        }
        planned(stays, leaves, mutes, reads, off);
        String path = start(alder, "Behind the door");
        String queued = before + " -";
        assertThat(digests.write(leaves.id(), queued).block()).isNotNull();
        browsing.as(leaves).post("/groups/" + alder.id() + "/leave");
        browsing.as(mutes).post("/threads/" + path.split("/")[2] + "/following", "choose", "mute");
        browsing.as(reads).get(path);
        // What was queued before says nothing after.
        assertThat(digests.write(leaves.id(), queued).block()).isNull();
        assertThat(digests.write(mutes.id(), queued).block()).isNull();
        assertThat(digests.write(reads.id(), queued).block()).isNull();
        clock.forward(Duration.ofHours(25));
        letterComesTo(stays, 1);
        assertThat(letters(leaves) + letters(mutes) + letters(reads)).isZero();
    }

    @Test
    void aGroupHeardOfOnceAWeekComesOnMondayWithoutAnyOtherSummary() {
        Account weekly = reader("Weekly Only");
        Group alder = groupOf("Alder weekly", weekly);
        volume(weekly, alder, "weekly");
        planned(weekly);
        start(alder, "Once a week");
        assertThat(browsing.as(weekly).get("/conversations?show=followed").body())
                .doesNotContain("Once a week");
        clock.forward(Duration.ofDays(8));
        letterComesTo(weekly, 1);
        String letter = letter(weekly);
        assertThat(letter)
                .contains(Words.of("conversations.digest.mail.groups", 1), "/conversations?show=unread")
                .doesNotContain("Once a week", "Alder");
        // One way to stop it, and it holds for the weekly places too.
        assertThat(browsing.asWithoutToken(joe).post(first(STOP, letter)).body())
                .contains(Words.of("mail.stop.done"));
        assertThat(browsing.as(weekly).get("/following/" + alder.id()).body())
                .containsPattern("value=\"mentions\"[^>]*checked");
        await().untilAsserted(() -> assertThat(digests.planned(weekly.id()).block(Duration.ofSeconds(10)))
                .isFalse());
    }

    @Test
    void itStandsAmongWhatPeopleChooseAndIsNeverSentAtOnce() {
        Account chooses = reader("Chooses Well");
        String page = browsing.as(chooses).get(CHOICES).body();
        assertThat(page)
                .contains(Words.of("conversations.digest.notice.kind"), "conversations.digest never\" selected")
                .doesNotContain("conversations.digest at-once");
        digest(chooses, "weekly");
        assertThat(browsing.as(chooses).get(CHOICES).body()).contains("conversations.digest weekly\" selected");
        planned(chooses);
        digest(chooses, "at-once");
        assertThat(browsing.as(chooses).get(CHOICES).body()).contains("conversations.digest never\" selected");
        await().untilAsserted(() -> assertThat(digests.planned(chooses.id()).block(Duration.ofSeconds(10)))
                .isFalse());
    }
}
