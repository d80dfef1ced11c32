package hub.resources.training.courses;

import hub.platform.identity.Role;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who must have done a course. */
public enum Mandatory {
    NOBODY,
    ALL_CARERS,
    FOSTER_CARERS,
    KINSHIP_CARERS;

    /** As written in content, forms and message keys. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Mandatory> of(String slug) {
        return Stream.of(values()).filter(one -> one.slug().equals(slug)).findFirst();
    }

    /** Whether somebody with these roles must have done it. */
    public boolean isFor(Collection<Role> roles) {
        return switch (this) {
            case NOBODY -> false;
            case ALL_CARERS -> roles.contains(Role.CARER) || roles.contains(Role.KINSHIP_CARER);
            case FOSTER_CARERS -> roles.contains(Role.CARER);
            case KINSHIP_CARERS -> roles.contains(Role.KINSHIP_CARER);
        };
    }
}
