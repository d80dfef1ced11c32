package hub.forum.moderation;

import hub.forum.notifications.MailChoice;
import hub.forum.notifications.Notification;
import hub.forum.notifications.NotificationKind;
import hub.forum.notifications.Notifications;
import hub.platform.events.Event;
import hub.platform.events.EventConsumer;
import hub.platform.events.EventName;
import hub.platform.identity.Viewer;
import hub.platform.mail.Letter;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

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
    EventConsumer tellOfReports(Notifications notifications) {
        return EventConsumer.named("report-notices")
                .on(
                        Decided.class,
                        decided -> notifications.tell(
                                List.of(decided.reporter()),
                                new Notification.Told(DECIDED, decided.report(), decided.report(), null)));
    }

    /** What came of the viewer's own report. */
    @Component
    static class DecidedKind implements NotificationKind {
        private final ReportStore reports;

        DecidedKind(ReportStore reports) {
            this.reports = reports;
        }

        @Override
        public String kind() {
            return DECIDED;
        }

        @Override
        public MailChoice byDefault() {
            return MailChoice.AT_ONCE;
        }

        @Override
        public Mono<Shown> show(Notification notification, Viewer viewer) {
            return reports.own(notification.about(), viewer)
                    .filter(report -> report.decision() != null)
                    .map(report -> new Shown(
                            Letter.Text.of("moderation.decided.notice.say", report.reference()),
                            "/moderation/answered/" + report.id()));
        }
    }
}
