package hub.platform.pages;

import hub.platform.identity.Viewer;
import java.util.function.Function;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * A card on the home page of somebody approved. A feature provides one as a bean; {@code @Order} says where it stands among those of its place. All are asked at the
 * same time; one that takes longer than {@value #LONGEST_MILLIS} ms is left out. That is more than it takes
 * to know of a database that hangs, also on a busy machine: then the page says so, and does not come without its cards.
 */
public interface HomeCard {
    long LONGEST_MILLIS = 3_000;

    /** Where on the page. */
    enum Place {
        TOP,
        MAIN,
        ASIDE
    }

    Place place();

    /**
     * A card that says how many of something there are, and nothing while there is none.
     *
     * @param fragment of the template; its {@code it} is the {@link Count}
     * @param count for this viewer; empty for none
     */
    static HomeCard count(Place place, String template, String fragment, Function<Viewer, Mono<Long>> count) {
        return new HomeCard() {
            @Override
            public Place place() {
                return place;
            }

            @Override
            public Mono<Fragment> of(Viewer viewer, ServerWebExchange exchange) {
                return count.apply(viewer)
                        .filter(some -> some > 0)
                        .map(some -> new Fragment(template, fragment, new Count(some)));
            }
        };
    }

    /** How many there are. */
    record Count(long count) {}

    /** What it shows this viewer; empty for nothing. */
    Mono<Fragment> of(Viewer viewer, ServerWebExchange exchange);
}
