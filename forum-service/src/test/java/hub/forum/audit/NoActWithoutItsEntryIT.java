package hub.forum.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.forum.accounts.AccountDesk;
import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.forum.moderation.Report;
import hub.forum.moderation.Reports;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.Post;
import hub.forum.threads.ThreadModeration;
import hub.forum.threads.Threads;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.testkit.HubIT;
import hub.testkit.People;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Mono;

/** An act and its entry in the audit log are there both or neither: here the log takes no entry. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoActWithoutItsEntryIT {
    @Autowired
    People people;

    @Autowired
    GroupMaker making;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountDesk desk;

    @Autowired
    Rights rights;

    @Autowired
    Threads threads;

    @Autowired
    ThreadModeration moderation;

    @Autowired
    Reports reports;

    @Autowired
    ReactiveMongoTemplate mongo;

    private Account joe;
    private Viewer ada;
    private Visibility joes;
    private Visibility ruths;
    private DiscussionThread thread;
    private Post reply;

    @BeforeAll
    void aConversation() {
        joe = people.carer("Joe");
        ada = accounts.viewer(people.with("Ada", Role.ADMINISTRATOR).id()).block();
        Group board = making.aGroup(Group.Privacy.OPEN, "Everyday caring", "For all", "")
                .there();
        joes = visibility(joe);
        ruths = visibility(people.with("Ruth", Role.MODERATOR));
        thread = threads.start(board.id(), "Bedtimes", "Nobody sleeps", "start", joes)
                .block();
        reply = threads.reply(thread.id(), null, "Nor here", "reply", joes)
                .block()
                .post();
        reports.report(reply.id(), Report.Reason.UNKIND, "", visibility(people.carer("Amina")))
                .block();
    }

    private Visibility visibility(Account account) {
        return accounts.viewer(account.id()).flatMap(rights::of).block();
    }

    @BeforeEach
    void theLogTakesNoEntry() {
        takesOnly(new Document("act", "none"));
    }

    @AfterEach
    void theLogTakesEntries() {
        takesOnly(new Document());
    }

    private void takesOnly(Document entries) {
        mongo.executeCommand(new Document("collMod", "audit_log").append("validator", entries))
                .block();
    }

    private static void assertThatItFails(Mono<?> act) {
        assertThatThrownBy(act::block).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aThreadIsNotLockedOrPinned() {
        assertThatItFails(moderation.lock(thread.id(), "Let us wait", ruths));
        assertThatItFails(moderation.pin(thread.id(), true, ruths));
        DiscussionThread now = threads.find(thread.id(), joes).block();
        assertThat(now.isLocked()).isFalse();
        assertThat(now.pinned()).isFalse();
    }

    @Test
    void aPostIsNotHidden() {
        assertThatItFails(moderation.hide(reply.id(), "Names a school", ruths));
        assertThat(threads.post(reply.id(), joes).block().state()).isEqualTo(Post.State.PUBLISHED);
    }

    @Test
    void aReportIsNotTakenAndNotDecided() {
        Report report = reports.queue(ruths).block().getFirst().oldest();
        assertThatItFails(reports.take(report.id(), ruths));
        assertThat(reports.find(report.id(), ruths).block().state()).isEqualTo(Report.State.WAITING);
        theLogTakesEntries();
        reports.take(report.id(), ruths).block();
        takesOnly(new Document("act", "threads.hide"));
        assertThatItFails(reports.decide(report.id(), Report.Outcome.HIDDEN, "Names a school", ruths));
        assertThat(reports.find(report.id(), ruths).block().state()).isEqualTo(Report.State.TAKEN);
        assertThat(threads.post(reply.id(), joes).block().state()).isEqualTo(Post.State.PUBLISHED);
    }

    @Test
    void anAccountIsNotSuspended() {
        assertThatItFails(desk.suspend(joe.id(), ada));
        assertThat(accounts.find(joe.id(), ada).block().approval()).isEqualTo(Approval.APPROVED);
    }
}
