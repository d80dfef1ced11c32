package hub.platform.status;

import reactor.core.publisher.Mono;

/** A part of the hub that says how it stands. Its {@code @Order} is its place on the page. */
public interface StatusSource {
    /** As in {@link Standing#of()}. */
    String of();

    /** Asked anew each time; whoever takes longer than two seconds, or fails, does not answer. */
    Mono<Standing> standing();
}
