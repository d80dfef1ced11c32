package hub.resources.audiences;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.data.mongodb.core.query.Criteria;

/** The one rule of who may read what is published. Nothing else decides it. */
public final class Audiences {
    private Audiences() {}

    /** What this viewer belongs to. Somebody who is not approved is the public, whatever roles they have. */
    public static Set<Audience> of(Viewer viewer) {
        if (viewer.staff()) {
            return EnumSet.allOf(Audience.class);
        }
        Set<Audience> readable = EnumSet.of(Audience.PUBLIC);
        if (viewer.carer()) {
            readable.add(Audience.CARERS);
        }
        if (viewer.is(Role.KINSHIP_CARER)) {
            readable.add(Audience.KINSHIP);
        }
        return readable;
    }

    /** The rule for what is at hand. */
    public static boolean mayRead(Viewer viewer, Audience audience) {
        return of(viewer).contains(audience);
    }

    /** The rule for documents that say in {@code audience} whom they are for. */
    public static Criteria readableBy(Viewer viewer) {
        return among(of(viewer));
    }

    /** @param audiences of a viewer, from {@link #of} */
    public static Criteria among(Set<Audience> audiences) {
        return where("audience").in(audiences);
    }

    /** Whether the one is read by people who may not read the other. */
    public static boolean reachesBeyond(Audience one, Audience other) {
        return width(one) > width(other);
    }

    /** Of two audiences the one with the greater number has all of the other in it. */
    private static int width(Audience audience) {
        return switch (audience) {
            case PUBLIC -> 3;
            case CARERS -> 2;
            case KINSHIP -> 1;
            case STAFF -> 0;
        };
    }
}
