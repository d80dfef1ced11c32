package hub.resources.publishing;

import hub.platform.due.DueHandler;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** What happens by itself: a scheduled publication appears, and one with an end goes. It is told, found and counted by its state, so from then on and no longer. */
@Configuration(proxyBeanMethods = false)
class PublicationMoments {

    /** It counts from the moment that was planned, however late the work is done. */
    @Bean
    DueHandler scheduledPublications(PublicationStore store, PublicationSteps steps) {
        return handler(
                PublicationSteps.APPEAR,
                (id, at) -> store.toIndex(List.of(id))
                        .next()
                        .filter(now -> now.state() == State.SCHEDULED
                                && at.equals(now.timing().from()))
                        .flatMap(now -> steps.replace(now, now.appear(at))));
    }

    @Bean
    DueHandler endsOfPublications(PublicationStore store, PublicationSteps steps, ReviewNotices notices) {
        return handler(
                PublicationSteps.EXPIRE,
                (id, at) -> store.toIndex(List.of(id))
                        .next()
                        .filter(now -> now.state() == State.PUBLISHED
                                && at.equals(now.timing().until()))
                        .flatMap(now -> steps.replace(
                                        now,
                                        now.archive(new Publication.Change(
                                                now.changed().by(), at, "")))
                                .delayUntil(notices::follow)));
    }

    private static DueHandler handler(String kind, Doing doing) {
        return new DueHandler() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public Mono<Void> handle(String id, Instant at) {
                return doing.of(id, at).then();
            }
        };
    }

    @FunctionalInterface
    private interface Doing {
        Mono<Publication> of(String id, Instant at);
    }
}
