package hub.forum.guidance;

import java.time.Instant;

/**
 * Somebody who gives guidance, by name.
 *
 * @param id the account
 * @param second whether they hear of a request that has waited too long
 */
public record Adviser(String id, boolean second, Instant since) {}
