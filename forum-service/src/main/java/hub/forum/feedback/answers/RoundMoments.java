package hub.forum.feedback.answers;

import hub.forum.feedback.rounds.Round;
import hub.forum.feedback.rounds.Rounds;
import hub.forum.notifications.MailChoice;
import hub.forum.notifications.Notification;
import hub.forum.notifications.NotificationKind;
import hub.forum.notifications.NotificationKind.Shown;
import hub.forum.notifications.Notifications;
import hub.platform.due.DueHandler;
import hub.platform.identity.Accounts;
import hub.platform.identity.PersonName;
import hub.platform.identity.Role;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What happens to a round at its moments: carers are asked, those who have not answered are reminded once, and it closes. */
@Configuration(proxyBeanMethods = false)
class RoundMoments {
    private static final String INVITED = "feedback.invited";
    private static final String REMINDER = "feedback.reminder";
    private static final int MOST_CARERS = 5_000;

    private final Rounds rounds;
    private final Answers answers;
    private final Accounts accounts;
    private final Notifications notifications;

    RoundMoments(Rounds rounds, Answers answers, Accounts accounts, Notifications notifications) {
        this.rounds = rounds;
        this.answers = answers;
        this.accounts = accounts;
        this.notifications = notifications;
    }

    @Bean
    DueHandler feedbackOpens() {
        return DueHandler.of(Rounds.OPENS, this::open);
    }

    @Bean
    DueHandler feedbackReminds() {
        return DueHandler.of(Rounds.REMINDS, this::remind);
    }

    @Bean
    DueHandler feedbackCloses() {
        return DueHandler.of(
                Rounds.CLOSES,
                id -> rounds.move(id, Round::close).then(answers.closed(id)).then(notifications.withdraw(id)));
    }

    private Mono<Void> open(String id) {
        return rounds.toChange(id)
                .filter(round -> round.state() == Round.State.PLANNED)
                .flatMap(round -> carers().flatMap(carers -> rounds.move(id, before -> before.open(carers.size()))
                        .then(answers.invite(id, carers))
                        .then(notifications.tell(carers, new Notification.Told(INVITED, id, id, null)))));
    }

    private Mono<List<String>> carers() {
        return Flux.just(Role.CARER, Role.KINSHIP_CARER)
                .concatMap(role -> accounts.withRole(role, MOST_CARERS))
                .map(PersonName::id)
                .distinct()
                .collectList();
    }

    private Mono<Void> remind(String id) {
        return rounds.toChange(id)
                .filter(Round::isOpen)
                .flatMap(round -> answers.silent(id)
                        .collectList()
                        .flatMap(silent -> notifications.tell(silent, new Notification.Told(REMINDER, id, id, null))));
    }

    @Bean
    NotificationKind feedbackInvited() {
        return waiting(INVITED);
    }

    @Bean
    NotificationKind feedbackReminder() {
        return waiting(REMINDER);
    }

    /** While it is open and they have not answered. That it is not shown any more is written nowhere. */
    private NotificationKind waiting(String kind) {
        return NotificationKind.of(
                kind,
                MailChoice.DAILY,
                (notification, viewer) -> rounds.find(notification.about(), viewer)
                        .filter(Round::isOpen)
                        .filterWhen(round -> answers.waitsFor(round.id(), viewer))
                        .map(round -> Shown.of(round.path(), kind + ".notice.say", round.title())));
    }
}
