package hub.resources.publishing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What staff publish. */
public enum Kind {
    NEWS,
    BEST_PRACTICE,
    TRAINING_NOTICE;

    /** As written in addresses and message keys: {@code best-practice}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where it is read. */
    public String section() {
        return switch (this) {
            case NEWS, BEST_PRACTICE -> "/news";
            case TRAINING_NOTICE -> "/training";
        };
    }

    public static Optional<Kind> of(String slug) {
        return Stream.of(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
    }
}
