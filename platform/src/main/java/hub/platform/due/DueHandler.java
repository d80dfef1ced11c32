package hub.platform.due;

import java.time.Instant;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Does one kind of due work: a bean. */
public interface DueHandler {
    /** Feature and what is due, such as {@code moderation.escalate}; never changed once landed. */
    String kind();

    /**
     * Does it. What it writes is written together with the end of the work, so exactly once. Whether it still makes sense is asked anew here: much may have
     * happened since.
     *
     * @param subject what it was asked for
     * @param due the moment it was asked for; the work may be late
     */
    Mono<Void> handle(String subject, Instant due);

    /** One to which the subject says all; the moment is of no concern. */
    static DueHandler of(String kind, Function<String, Mono<Void>> how) {
        return new DueHandler() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public Mono<Void> handle(String subject, Instant due) {
                return how.apply(subject);
            }
        };
    }
}
