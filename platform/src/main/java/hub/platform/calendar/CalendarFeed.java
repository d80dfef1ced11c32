package hub.platform.calendar;

import java.time.Instant;

/**
 * That somebody's calendar can be read at an address.
 *
 * @param id the account whose dates these are
 * @param secretHash of the address's secret part, which is kept nowhere
 * @param madeAt when the address was made
 */
public record CalendarFeed(String id, String secretHash, Instant madeAt) {}
