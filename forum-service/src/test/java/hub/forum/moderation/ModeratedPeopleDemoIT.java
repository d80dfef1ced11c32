package hub.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.Stored;
import hub.testkit.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.test.context.TestPropertySource;

/** The demo's queue is alive: a new member's post waits, another was approved, somebody was warned; nobody else there is new. */
@HubIT
@TestPropertySource(properties = "hearth.moderation.first-posts=3")
class ModeratedPeopleDemoIT {
    @Autowired
    List<DemoContent> contents;

    @Autowired
    Accounts accounts;

    @Autowired
    Browsing browsing;

    @Autowired
    ReactiveMongoTemplate mongo;

    private Session as(String account) {
        Account found = accounts.approved(account).block(Duration.ofSeconds(10));
        return browsing.as(java.util.Objects.requireNonNull(found));
    }

    private void load(String name, DemoClock clock) {
        contents.stream()
                .filter(content -> content.name().equals(name))
                .findFirst()
                .orElseThrow()
                .load(clock)
                .block(Duration.ofSeconds(120));
    }

    @Test
    void theQueueIsAliveAndLoadingItAgainChangesNothing() {
        DemoClock clock = new DemoClock(Instant.now());
        load("community", clock);
        load("moderated people", clock);
        load("moderated people", clock);
        Session moderator = as("alison-reid");
        assertThat(moderator.get("/moderation").body())
                .contains(Words.of("moderation.approval"), "Callum Reid")
                .contains("/moderation/approvals/");
        assertThat(Stored.with(mongo, "posts", "author", "callum-reid")).hasSize(2);
        assertThat(Stored.with(mongo, "approvals", "author", "callum-reid")).hasSize(1);
        assertThat(moderator.get("/moderation/people/patrick-nolan").body())
                .contains(Words.of("moderation.act.was.warning"), "/about/code#part-2");
        assertThat(as("patrick-nolan").get("/moderation/mine").body())
                .contains(Words.of("moderation.act.told.warning"));
        assertThat(moderator.get("/moderation/replies").body()).contains("Could be recognised");
        String said = as("ben-cole")
                .post("/threads", "group", "everyday-caring", "title", "Not new", "text", "I have been here for long")
                .location();
        assertThat(as("hannah-cole").get(said).status()).isEqualTo(200);
    }
}
