package hub.forum.feedback.prompts;

import hub.forum.meetings.MeetingEvents;
import hub.platform.due.DueHandler;
import hub.platform.due.DueWork;
import hub.platform.events.EventConsumer;
import hub.platform.mail.Letter;
import hub.platform.mail.MailKind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** When people are asked after a meeting, and the letter that asks them. It names no meeting: letters are read by others. */
@Configuration(proxyBeanMethods = false)
class PromptLetters {
    static final String KIND = "feedback.prompt";

    @Bean
    EventConsumer promptsAfterMeetings(DueWork due, Clock clock) {
        return EventConsumer.named("feedback-prompts")
                .on(
                        MeetingEvents.Over.class,
                        over -> due.at(
                                Prompts.DUE, over.meeting(), clock.instant().plus(Prompts.AFTER)));
    }

    @Bean
    DueHandler askAfterMeeting(Prompts prompts) {
        return new DueHandler() {
            @Override
            public String kind() {
                return Prompts.DUE;
            }

            @Override
            public Mono<Void> handle(String meeting, Instant due) {
                return prompts.ask(meeting);
            }
        };
    }

    @Bean
    MailKind promptLetter(Prompts prompts, PromptStore store) {
        return new MailKind() {
            @Override
            public String kind() {
                return KIND;
            }

            @Override
            public Mono<Letter> write(String account, String ticket) {
                return store.stopped(account)
                        .filter(stopped -> !stopped)
                        .flatMap(wanted -> prompts.ofTicket(ticket))
                        .filter(found -> found.open() && !found.ticket().answered())
                        .flatMap(found -> prompts.path(ticket))
                        .map(path -> new Letter(
                                Letter.Text.of("feedback.prompt.subject"),
                                Letter.Text.of("feedback.prompt.letter"),
                                List.of(),
                                Letter.Text.of("feedback.prompt.button"),
                                path));
            }

            @Override
            public Mono<Void> stop(String account) {
                return store.stop(account);
            }
        };
    }
}
