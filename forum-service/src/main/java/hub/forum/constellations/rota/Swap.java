package hub.forum.constellations.rota;

import java.time.Instant;

/**
 * Somebody offers one of their shifts for one of somebody else's.
 *
 * @param mine the key of the shift that is offered
 * @param theirs the key of the shift that is asked for
 */
public record Swap(String id, String by, String to, String mine, String theirs, Instant at) {}
