package hub.forum.moderation;

import hub.forum.threads.ThreadEvents;
import hub.forum.threads.Threads;
import hub.platform.events.EventConsumer;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reports and appeals go where their posts go, so that whoever moderates there answers them. */
@Configuration(proxyBeanMethods = false)
class WithTheirPosts {
    private final Threads threads;

    WithTheirPosts(Threads threads) {
        this.threads = threads;
    }

    @Bean
    EventConsumer moveReportsWithTheirPosts(ReportStore reports, AppealStore appeals) {
        return EventConsumer.named("reports-of-moved-posts")
                .on(
                        ThreadEvents.Moved.class,
                        moved -> follow(reports.in(moved.from()), Report::post, reports::moveTo)
                                .then(follow(appeals.in(moved.from()), Appeal::post, appeals::moveTo)));
    }

    /** Where a post is now is asked, not where this move put it: it may have gone on since. */
    private <T> Mono<Void> follow(
            Flux<T> found, Function<T, @Nullable String> post, BiFunction<Threads.Place, T, Mono<Void>> move) {
        return found.filter(one -> post.apply(one) != null)
                .collectList()
                .filter(all -> !all.isEmpty())
                .flatMap(all -> threads.places(ids(all, post))
                        .flatMapMany(places -> Flux.fromIterable(all).concatMap(one -> {
                            Threads.Place place = places.get(post.apply(one));
                            return place == null ? Mono.empty() : move.apply(place, one);
                        }))
                        .then());
    }

    private static <T> List<String> ids(List<T> all, Function<T, @Nullable String> post) {
        return all.stream().map(post).distinct().toList();
    }
}
