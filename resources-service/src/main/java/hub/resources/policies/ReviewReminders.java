package hub.resources.policies;

import hub.platform.due.DueHandler;
import hub.platform.due.DueWork;
import hub.platform.identity.Accounts;
import hub.platform.identity.PersonName;
import hub.platform.identity.Role;
import hub.platform.tellings.TellingKind;
import hub.platform.tellings.Tellings;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whoever looks after policies is reminded 90, 30 and 7 days before a review is due, and on the day. */
@Configuration(proxyBeanMethods = false)
public class ReviewReminders {
    private static final String KIND = "policies.review-";
    private static final List<Integer> DAYS_BEFORE = List.of(90, 30, 7, 0);
    private static final int HOUR = 9;
    private static final int MOST_EDITORS = 100;

    private final PolicyStore store;
    private final DueWork due;
    private final Tellings tellings;
    private final Accounts accounts;
    private final Clock clock;

    ReviewReminders(PolicyStore store, DueWork due, Tellings tellings, Accounts accounts, Clock clock) {
        this.store = store;
        this.due = due;
        this.tellings = tellings;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Asks for the reminders of the current version, in the place of those of the one before. Belongs into the transaction that published it. */
    public Mono<Void> plan(Policy policy) {
        return Flux.fromIterable(DAYS_BEFORE)
                .concatMap(days -> {
                    LocalDateTime at =
                            policy.current().reviewDue().minusDays(days).atTime(HOUR, 0);
                    return at.atZone(Times.LONDON).toInstant().isAfter(clock.instant())
                            ? due.atWallTime(KIND + days, policy.id(), at, Times.LONDON)
                            : due.cancel(KIND + days, policy.id()).then();
                })
                .then();
    }

    @Bean
    DueHandler policyReviewInNinetyDays() {
        return new Handler(90);
    }

    @Bean
    DueHandler policyReviewInThirtyDays() {
        return new Handler(30);
    }

    @Bean
    DueHandler policyReviewInSevenDays() {
        return new Handler(7);
    }

    @Bean
    DueHandler policyReviewIsDue() {
        return new Handler(0);
    }

    private final class Handler implements DueHandler {
        private final int days;

        Handler(int days) {
            this.days = days;
        }

        @Override
        public String kind() {
            return KIND + days;
        }

        @Override
        public Mono<Void> handle(String policy, Instant at) {
            return remind(policy);
        }
    }

    private Mono<Void> remind(String id) {
        return store.toChange(id)
                .flatMap(policy -> accounts.withRole(Role.STAFF_EDITOR, MOST_EDITORS)
                        .map(PersonName::id)
                        .collectList()
                        .filter(editors -> !editors.isEmpty())
                        .flatMap(editors -> tellings.tell(new Tellings.Said(
                                TellingKind.POLICIES,
                                "review-" + id,
                                id,
                                editors,
                                "tellings.policies.review",
                                List.of(
                                        policy.title(),
                                        Times.inFull(policy.current().reviewDue())),
                                policy.path()))));
    }
}
