package hub.platform.pages;

import hub.platform.identity.Viewer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * A card on the home page of somebody approved. A feature provides one as a bean; {@code @Order} says where it stands among those of its place. All are asked at the
 * same time; one that takes longer than {@value #LONGEST_MILLIS} ms is left out.
 */
public interface HomeCard {
    long LONGEST_MILLIS = 1_500;

    /** Where on the page. */
    enum Place {
        TOP,
        MAIN,
        ASIDE
    }

    Place place();

    /** What it shows this viewer; empty for nothing. */
    Mono<Fragment> of(Viewer viewer, ServerWebExchange exchange);
}
