package hub.forum.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.forum.threads.ImportThreads;
import hub.forum.threads.ImportThreads.OldPost;
import hub.forum.threads.ImportThreads.OldThread;
import hub.forum.visits.Visits;
import hub.platform.identity.Account;
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

/** Lists of conversations over all places: what the viewer may read, and nothing else. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversationsIT {
    private static final Pattern OLDER = Pattern.compile("href=\"(/conversations\\?[^\"]+after=[^\"]+)\"");
    private static final Instant NOW = Instant.now();

    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    GroupMaker making;

    @Autowired
    ImportThreads threads;

    @Autowired
    Visits visits;

    Account amina;
    Account joe;
    Group alder;
    Group birch;

    @BeforeAll
    void twoConstellations() {
        amina = people.carer("Amina");
        joe = people.carer("Joe");
        alder = making.aHiddenGroup("Alder lists").withMembers(amina, joe).there();
        birch = making.aHiddenGroup("Birch lists").withMembers(joe).there();
        visits.wasHere(amina.id(), NOW.minus(Duration.ofDays(2))).block();
        for (int i = 0; i < 45; i++) {
            conversation(alder, "Number %02d".formatted(i), NOW.minus(Duration.ofDays(10 + i)), joe);
        }
        conversation(birch, "Not for Amina", NOW.minus(Duration.ofHours(1)), joe);
        conversation(alder, "Answered today", NOW.minus(Duration.ofHours(2)), joe, amina, joe);
        conversation(alder, "Begun by me", NOW.minus(Duration.ofDays(3)), amina);
    }

    private void conversation(Group group, String title, Instant at, Account... by) {
        List<OldPost> posts = new ArrayList<>();
        for (Account who : by) {
            posts.add(new OldPost(null, who.id(), at.plusSeconds(posts.size()), "Words of " + title));
        }
        threads.add(new OldThread("lists/" + title, group.id(), title, false, null, "", posts))
                .block();
    }

    private String list(String show) {
        Page page = browsing.as(amina).get("/conversations?show=" + show);
        assertThat(page.status()).isEqualTo(200);
        return page.body();
    }

    @Test
    void theLatestComeOnceEachOverAllPagesWithoutPlacesOfOthers() {
        List<String> titles = new ArrayList<>();
        String next = "/conversations?show=latest";
        while (!next.isEmpty()) {
            String page = browsing.as(amina).get(next).body();
            Matcher title = Pattern.compile(">(Number \\d\\d|Answered today|Begun by me|Not for Amina)<")
                    .matcher(page);
            while (title.find()) {
                titles.add(title.group(1));
            }
            Matcher older = OLDER.matcher(page);
            next = older.find() ? older.group(1).replace("&amp;", "&") : "";
        }
        assertThat(titles).doesNotHaveDuplicates().hasSize(47).startsWith("Answered today", "Begun by me", "Number 00");
        assertThat(titles).endsWith("Number 44").doesNotContain("Not for Amina");
    }

    @Test
    void mineAndUnansweredAndUnreadSayWhatTheySay() {
        assertThat(list("mine")).contains("Begun by me").doesNotContain("Number 00", "Answered today");
        assertThat(list("unanswered")).contains("Number 00", "Begun by me").doesNotContain("Answered today");
        assertThat(list("unread"))
                .contains("Answered today")
                .doesNotContain("Begun by me", "Not for Amina", "Number 00");
    }

    @Test
    void anEmptyListSaysWhatToDoAndANonsenseAddressIsTheLatest() {
        Account fresh = people.carer("Fresh");
        assertThat(browsing.as(fresh).get("/conversations?show=mine").body())
                .contains(Words.of("conversations.mine.none"));
        assertThat(browsing.as(amina)
                        .get("/conversations?show=rubbish&after=%22%3E")
                        .body())
                .contains(Words.of("conversations.latest.title"), "Answered today");
    }
}
