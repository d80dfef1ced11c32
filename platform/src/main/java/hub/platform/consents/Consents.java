package hub.platform.consents;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** What somebody agrees to have shown of themselves, each thing with the moment since which they do. Source of the rule: UK GDPR, consent is specific and as easy to take back as to give. */
public final class Consents {
    private Consents() {}

    /** Those that are given now: one that stands keeps its date, a fresh one begins at this moment, all others are gone. */
    public static <E extends Enum<E>> Map<E, Instant> given(
            Class<E> kind, Map<E, Instant> before, Collection<E> now, Instant at) {
        Map<E, Instant> dated = new EnumMap<>(kind);
        now.forEach(one -> dated.put(one, before.getOrDefault(one, at)));
        return dated;
    }

    /** All but one, which is taken back. */
    public static <E extends Enum<E>> Map<E, Instant> without(Class<E> kind, Map<E, Instant> before, E one) {
        Map<E, Instant> left = new EnumMap<>(kind);
        left.putAll(before);
        left.remove(one);
        return left;
    }
}
