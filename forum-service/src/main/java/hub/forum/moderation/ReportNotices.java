package hub.forum.moderation;

import hub.forum.groups.AgreementFirst;
import hub.forum.groups.GroupRole;
import hub.forum.groups.Memberships;
import hub.forum.groups.Rights;
import hub.forum.notifications.MailChoice;
import hub.forum.notifications.Notification;
import hub.forum.notifications.NotificationKind;
import hub.forum.notifications.NotificationKind.Shown;
import hub.forum.notifications.Notifications;
import hub.forum.threads.Post;
import hub.forum.threads.ThreadApproval;
import hub.forum.threads.ThreadEvents;
import hub.forum.threads.Threads;
import hub.platform.due.DueHandler;
import hub.platform.due.DueWork;
import hub.platform.events.Event;
import hub.platform.events.EventConsumer;
import hub.platform.events.EventName;
import hub.platform.identity.Accounts;
import hub.platform.identity.PersonName;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who can answer a report or an appeal is told that it waits, and again while nobody has answered it; who reported or appealed is told what came of it. A post that is hidden from its conversation
 * answers what was reported of it. The same for posts that wait to be approved.
 */
@Configuration(proxyBeanMethods = false)
class ReportNotices {
    private static final String DECIDED = "moderation.decided";
    private static final String APPEAL_DECIDED = "moderation.appealDecided";
    private static final String WAITS = "moderation.waits";
    private static final String LATE = "moderation.late";
    private static final String APPEAL_WAITS = "moderation.appealWaits";
    private static final String POST_WAITS = "moderation.postWaits";
    private static final String POST_LATE = "moderation.postLate";
    private static final String NOT_APPROVED = "moderation.notApproved";
    private static final String APPROVED = "moderation.approved";

    /** Else what is told of the post itself would be taken back with it. */
    private static final String WAITING = "waiting:";

    private static final String REMIND_APPROVAL = "moderation.remind-approval";
    private static final int MOST_MODERATORS = 50;

    /** A report was decided. */
    @EventName("moderation.decided")
    record Decided(String report, String reporter) implements Event {
        @Override
        public String subject() {
            return report;
        }
    }

    /** A post was reported. */
    @EventName("moderation.reported")
    record Reported(String report, String group) implements Event {
        @Override
        public String subject() {
            return report;
        }
    }

    /** The author of a hidden post asks for another look. */
    @EventName("moderation.appealed")
    record Appealed(String appeal, @Nullable String group) implements Event {
        @Override
        public String subject() {
            return appeal;
        }
    }

    /** Somebody else has looked. */
    @EventName("moderation.appeal-decided")
    record AppealDecided(String appeal, String author) implements Event {
        @Override
        public String subject() {
            return appeal;
        }
    }

    private final ReportStore reports;
    private final AppealStore appeals;
    private final Rights rights;
    private final Accounts accounts;
    private final Memberships memberships;
    private final Notifications notifications;

    ReportNotices(
            ReportStore reports,
            AppealStore appeals,
            Rights rights,
            Accounts accounts,
            Memberships memberships,
            Notifications notifications) {
        this.reports = reports;
        this.appeals = appeals;
        this.rights = rights;
        this.accounts = accounts;
        this.memberships = memberships;
        this.notifications = notifications;
    }

    @Bean
    NotificationKind decidedReportNotice() {
        return NotificationKind.of(
                DECIDED,
                MailChoice.AT_ONCE,
                (notification, viewer) -> reports.own(notification.about(), viewer)
                        .filter(report -> report.decision() != null)
                        .map(report -> Shown.of(
                                "/moderation/answered/" + report.id(),
                                "moderation.decided.notice.say",
                                report.reference())));
    }

    @Bean
    NotificationKind decidedAppealNotice() {
        return NotificationKind.of(
                APPEAL_DECIDED,
                MailChoice.AT_ONCE,
                (notification, viewer) -> appeals.own(notification.about(), viewer)
                        .filter(appeal -> !appeal.open())
                        .map(appeal -> Shown.of(
                                "/moderation/appealed/" + appeal.id(),
                                "moderation.appealDecided.notice.say",
                                appeal.reference())));
    }

    @Bean
    NotificationKind waitingReportNotice() {
        return NotificationKind.of(WAITS, MailChoice.AT_ONCE, whileOpen("moderation.waits.notice.say"));
    }

    @Bean
    NotificationKind lateReportNotice() {
        return NotificationKind.of(LATE, MailChoice.AT_ONCE, whileOpen("moderation.late.notice.say"));
    }

    private NotificationKind.Showing whileOpen(String sentence) {
        return (notification, viewer) -> rights.of(viewer)
                .flatMap(visibility -> reports.find(notification.about(), visibility))
                .filter(Report::open)
                .map(report -> Shown.of("/moderation/reports/" + report.id(), sentence, report.reference()));
    }

    @Bean
    NotificationKind waitingAppealNotice() {
        return NotificationKind.of(
                APPEAL_WAITS,
                MailChoice.AT_ONCE,
                (notification, viewer) -> rights.of(viewer)
                        .flatMap(visibility -> appeals.find(notification.about(), visibility))
                        .filter(Appeal::open)
                        .map(appeal -> Shown.of(
                                "/moderation/appeals/" + appeal.id(),
                                "moderation.appealWaits.notice.say",
                                appeal.reference())));
    }

    @Bean
    NotificationKind waitingPostNotice(ThreadApproval approval) {
        return NotificationKind.of(
                POST_WAITS, MailChoice.AT_ONCE, whileWaiting(approval, "moderation.postWaits.notice.say"));
    }

    @Bean
    NotificationKind latePostNotice(ThreadApproval approval) {
        return NotificationKind.of(
                POST_LATE, MailChoice.AT_ONCE, whileWaiting(approval, "moderation.postLate.notice.say"));
    }

    private NotificationKind.Showing whileWaiting(ThreadApproval approval, String sentence) {
        return (notification, viewer) -> rights.of(viewer)
                .flatMap(visibility -> approval.find(notification.about().substring(WAITING.length()), visibility))
                .filter(post -> post.state() == Post.State.WAITING)
                .map(post -> Shown.of("/moderation/approvals/" + post.id(), sentence));
    }

    @Bean
    NotificationKind notApprovedNotice(Threads threads) {
        return NotificationKind.of(
                NOT_APPROVED,
                MailChoice.AT_ONCE,
                (notification, viewer) -> ownPost(notification, viewer, threads)
                        .filter(post -> post.state() == Post.State.SENT_BACK || post.state() == Post.State.REFUSED)
                        .map(post -> Shown.of(
                                "/threads/" + post.thread() + "/posts/" + post.id(),
                                post.state() == Post.State.SENT_BACK
                                        ? "moderation.notApproved.notice.say"
                                        : "moderation.notApproved.notice.refused")));
    }

    @Bean
    NotificationKind approvedNotice(Threads threads) {
        return NotificationKind.of(
                APPROVED,
                MailChoice.DAILY,
                (notification, viewer) -> ownPost(notification, viewer, threads)
                        .filter(post -> post.state() == Post.State.PUBLISHED)
                        .map(post -> Shown.of(
                                "/threads/" + post.thread() + "/posts/" + post.id(),
                                "moderation.approved.notice.say")));
    }

    private Mono<Post> ownPost(Notification notification, Viewer viewer, Threads threads) {
        return rights.of(viewer)
                .filter(visibility -> visibility.viewer().approved())
                .flatMap(visibility -> threads.post(notification.about(), visibility))
                .filter(post -> post.author().equals(viewer.account()))
                .onErrorResume(AgreementFirst.class, later -> Mono.empty());
    }

    @Bean
    EventConsumer tellOfApprovals(
            ThreadApproval approval,
            DueWork due,
            Clock clock,
            @Value("${hearth.moderation.remind-after:PT24H}") Duration remindAfter) {
        return EventConsumer.named("approval-notices")
                .on(
                        ThreadEvents.Waits.class,
                        waits -> notifications
                                .withdraw(waits.post())
                                .then(approval.toRemind(waits.post()))
                                .flatMap(post -> tellOfWaiting(POST_WAITS, post)
                                        .then(due.at(
                                                REMIND_APPROVAL,
                                                post.id(),
                                                clock.instant().plus(remindAfter)))))
                .on(
                        ThreadEvents.Approved.class,
                        approved -> decided(approved.post(), due)
                                .then(notifications.tell(
                                        List.of(approved.author()),
                                        new Notification.Told(
                                                APPROVED, approved.post(), approved.post(), approved.group()))))
                .on(
                        ThreadEvents.NotApproved.class,
                        back -> decided(back.post(), due)
                                .then(notifications.tell(
                                        List.of(back.author()),
                                        new Notification.Told(NOT_APPROVED, back.post(), back.post(), back.group()))))
                .on(ThreadEvents.Deleted.class, gone -> decided(gone.post(), due));
    }

    private Mono<Void> decided(String post, DueWork due) {
        return notifications
                .withdraw(WAITING + post)
                .then(due.cancel(REMIND_APPROVAL, post))
                .then();
    }

    private Mono<Void> tellOfWaiting(String kind, Post post) {
        return tell(kind, WAITING + post.id(), post.group(), List.of(post.author()));
    }

    /** As of a report. */
    @Bean
    DueHandler remindOfApprovals(
            ThreadApproval approval,
            DueWork due,
            Clock clock,
            @Value("${hearth.moderation.remind-after:PT24H}") Duration remindAfter) {
        return new DueHandler() {
            @Override
            public String kind() {
                return REMIND_APPROVAL;
            }

            @Override
            public Mono<Void> handle(String id, Instant moment) {
                return approval.toRemind(id)
                        .flatMap(post -> notifications
                                .withdraw(WAITING + id)
                                .then(tellOfWaiting(POST_LATE, post))
                                .then(due.at(
                                        REMIND_APPROVAL, id, clock.instant().plus(remindAfter))));
            }
        };
    }

    @Bean
    EventConsumer tellOfReports() {
        return EventConsumer.named("report-notices")
                .on(
                        Decided.class,
                        decided -> notifications.tell(
                                List.of(decided.reporter()),
                                new Notification.Told(DECIDED, decided.report(), decided.report(), null)))
                .on(
                        Reported.class,
                        reported -> reports.openToRemind(reported.report()).flatMap(report -> tell(WAITS, report)))
                .on(
                        Appealed.class,
                        appealed -> appeals.toTell(appealed.appeal())
                                .flatMap(appeal -> tell(
                                        APPEAL_WAITS,
                                        appeal.id(),
                                        appeal.group(),
                                        List.of(appeal.author(), appeal.hiddenBy()))))
                .on(
                        AppealDecided.class,
                        decided -> notifications.tell(
                                List.of(decided.author()),
                                new Notification.Told(APPEAL_DECIDED, decided.appeal(), decided.appeal(), null)));
    }

    private Mono<Void> tell(String kind, Report report) {
        return tell(kind, report.id(), report.group(), List.of(report.about().author(), report.reporter()));
    }

    /** Whoever may answer. @param without those whom it is about, who may not: not even a count tells them of it */
    private Mono<Void> tell(String kind, String about, @Nullable String group, List<String> without) {
        return Flux.concat(
                        accounts.withRole(Role.MODERATOR, MOST_MODERATORS).map(PersonName::id),
                        Mono.justOrEmpty(group)
                                .flatMapMany(place -> memberships.toTell(
                                        place, Set.of(GroupRole.FACILITATOR, GroupRole.LIAISON_WORKER))))
                .distinct()
                .filter(account -> !without.contains(account))
                .collectList()
                .flatMap(who -> notifications.tell(who, new Notification.Told(kind, about, about, null)));
    }

    @Bean
    EventConsumer answerReportsOfHiddenPosts(Reports service, Clock clock) {
        return EventConsumer.named("reports-of-hidden-posts")
                .on(
                        ThreadEvents.Hidden.class,
                        hidden -> hidden.by() == null
                                ? Mono.empty()
                                : service.closeHidden(
                                        hidden.post(),
                                        new Report.Decision(Report.Outcome.HIDDEN, hidden.by(), clock.instant(), "")));
    }

    /** As long as nobody has answered it, people are told again each time that it has waited as long again. */
    @Bean
    DueHandler remindOfReports(
            DueWork due, Clock clock, @Value("${hearth.moderation.remind-after:PT24H}") Duration remindAfter) {
        return new DueHandler() {
            @Override
            public String kind() {
                return Reports.REMIND;
            }

            @Override
            public Mono<Void> handle(String id, Instant moment) {
                return reports.openToRemind(id)
                        .flatMap(report -> notifications
                                .withdraw(id)
                                .then(tell(LATE, report))
                                .then(due.at(Reports.REMIND, id, clock.instant().plus(remindAfter))));
            }
        };
    }
}
