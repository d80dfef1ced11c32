package hub.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.audit.AuditTrail;
import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.platform.audit.AuditEntry;
import hub.platform.audit.AuditLog;
import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.People;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** A hub with moderators, and carers who say things in hidden groups and report them: {@code report(amina, post(joe, group, "…"), "unkind", "")}. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReportedPosts {
    private static final Pattern CASE = Pattern.compile("href=\"(/moderation/reports/[0-9a-z]{12})\"");

    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    GroupMaker making;

    @Autowired
    AuditLog audit;

    Account amina;
    Account joe;
    Account gwen;
    Account otto;
    Account mo;
    Session moderator;
    Session secondModerator;

    @BeforeAll
    void peopleOfTheHub() {
        amina = people.carer("Amina");
        joe = people.carer("Joe");
        gwen = people.carer("Gwen");
        otto = people.carer("Otto");
        mo = people.with("Mo", Role.MODERATOR);
        moderator = browsing.as(mo);
        secondModerator = browsing.as(people.with("Maud", Role.MODERATOR));
    }

    Group aHiddenGroup(String name) {
        return making.aHiddenGroup(name)
                .withMembers(amina, joe)
                .facilitatedBy(gwen)
                .there();
    }

    String post(Account by, Group group, String text) {
        Page started = browsing.as(by).post("/threads", "group", group.id(), "title", "A conversation", "text", text);
        assertThat(started.status()).as(started.body()).isEqualTo(303);
        String body = browsing.as(by).get(started.location()).body();
        return body.replaceAll("(?s).*id=\"post-([0-9a-z]{12})\".*", "$1");
    }

    /** The address of the conversation, as its author finds it. */
    String threadOf(String post) {
        String thread = browsing.as(joe)
                .get("/moderation/reported?post=" + post)
                .body()
                .replaceAll("(?s).*href=\"(/threads/[0-9a-z]{12})/posts/.*", "$1");
        return browsing.as(joe).get(thread).location();
    }

    Page report(Account by, String post, String reason, String words) {
        return browsing.as(by).post("/moderation/report", "post", post, "reason", reason, "words", words);
    }

    Page decide(Session by, String report, String outcome, String note) {
        return by.post(report + "/decide", "outcome", outcome, "note", note);
    }

    List<String> cases(Session session) {
        return CASE.matcher(session.get("/moderation").body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    String newest() {
        return cases(moderator).getLast();
    }

    /** The newest report, taken by the moderator. */
    String taken() {
        String report = newest();
        assertThat(moderator.post(report + "/take").location()).isEqualTo(report);
        return report;
    }

    List<AuditEntry> log() {
        return new AuditTrail(audit).entries();
    }
}
