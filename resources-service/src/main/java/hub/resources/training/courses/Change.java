package hub.resources.training.courses;

import java.time.Instant;

/**
 * Who changed something when.
 *
 * @param key of the form it came with, so that the second tap finds its own first
 */
public record Change(String by, Instant at, String key) {}
