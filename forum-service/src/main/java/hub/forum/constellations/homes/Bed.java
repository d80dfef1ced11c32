package hub.forum.constellations.homes;

import hub.platform.text.Slug;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Beds of one kind in the hub home, for children who stay over.
 *
 * @param count 1 to {@value #MOST}
 * @param from the first night
 * @param until the last night; null for as long as anybody knows
 */
public record Bed(
        String id,
        Kind kind,
        int count,
        LocalDate from,
        @Nullable LocalDate until) {
    public static final int MOST = 6;

    /** What kind of bed. */
    public enum Kind implements Slug {
        SINGLE,
        BUNK,
        COT,
        SOFA_BED
    }

    boolean on(LocalDate night) {
        return !night.isBefore(from) && (until == null || !night.isAfter(until));
    }
}
