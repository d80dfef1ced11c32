package hub.forum.moderation;

import hub.forum.notifications.MailChoice;
import hub.forum.notifications.Notification;
import hub.forum.notifications.NotificationKind;
import hub.forum.notifications.NotificationKind.Shown;
import hub.forum.notifications.Notifications;
import hub.platform.events.Event;
import hub.platform.events.EventConsumer;
import hub.platform.events.EventName;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who reported something is told that it was answered. */
@Configuration(proxyBeanMethods = false)
class ReportNotices {
    private static final String DECIDED = "moderation.decided";

    /** A report was decided. */
    @EventName("moderation.decided")
    record Decided(String report, String reporter) implements Event {
        @Override
        public String subject() {
            return report;
        }
    }

    @Bean
    NotificationKind decidedReportNotice(ReportStore reports) {
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
    EventConsumer tellOfReports(Notifications notifications) {
        return EventConsumer.named("report-notices")
                .on(
                        Decided.class,
                        decided -> notifications.tell(
                                List.of(decided.reporter()),
                                new Notification.Told(DECIDED, decided.report(), decided.report(), null)));
    }
}
