package hub.forum.accounts.closing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an account is to be closed. When it is done this goes with the rest.
 *
 * @param id the account
 * @param closes when it is done
 * @param postsToo whether what they posted is taken out; else it stays without their name
 * @param by the administrator who wrote it down; null if they asked for it here
 * @param reason how the administrator knows that they wish it; empty if they asked for it here
 */
public record ClosingRequest(
        String id,
        Instant askedAt,
        Instant closes,
        boolean postsToo,
        @Nullable String by,
        String reason) {
    /** In which they can think better of it. */
    public static final Duration TO_THINK = Duration.ofDays(14);

    static ClosingRequest asked(String account, boolean postsToo, Instant now) {
        return new ClosingRequest(account, now, now.plus(TO_THINK), postsToo, null, "");
    }

    static ClosingRequest byLetter(String account, boolean postsToo, String by, String reason, Instant now) {
        return new ClosingRequest(account, now, now, postsToo, by, reason);
    }
}
