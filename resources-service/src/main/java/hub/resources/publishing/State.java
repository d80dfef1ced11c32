package hub.resources.publishing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Draft, then published, then archived; a draft that came to nothing is archived too. There is no way back. */
public enum State {
    DRAFT,
    PUBLISHED,
    ARCHIVED;

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<State> of(String slug) {
        return Stream.of(values()).filter(state -> state.slug().equals(slug)).findFirst();
    }
}
