package hub.resources.audiences;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** For whom something is meant. Staff read all of it. */
public enum Audience {
    /** Everyone, without signing in. */
    PUBLIC,
    /** Every approved carer, kinship carers among them. */
    CARERS,
    KINSHIP,
    STAFF;

    /** As written in content, forms and message keys. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Audience> of(String slug) {
        return Stream.of(values())
                .filter(audience -> audience.slug().equals(slug))
                .findFirst();
    }
}
