package hub.platform.pages;

import hub.platform.identity.Viewer;
import reactor.core.publisher.Mono;

/**
 * How much waits for the viewer on their own page: a number beside "Me" on every page. A feature provides one as a bean; all are added up. It is
 * asked for each page, so it must come from memory; one that takes longer than {@value #LONGEST_MILLIS} ms, or fails, counts nothing.
 */
public interface MastheadCount {
    long LONGEST_MILLIS = 200;

    /** For whoever is approved. */
    Mono<Long> of(Viewer viewer);
}
