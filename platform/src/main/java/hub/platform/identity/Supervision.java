package hub.platform.identity;

import java.time.Instant;

/**
 * Which supervising social worker looks after a fostering household. A household has one at a time.
 *
 * @param id the household
 * @param worker the account of the social worker
 */
record Supervision(String id, String worker, Instant since) {}
