package hub.resources.training.courses;

import hub.platform.identity.Role;
import hub.platform.text.Slug;
import java.util.Collection;

/** Who must have done a course. */
public enum Mandatory implements Slug {
    NOBODY,
    ALL_CARERS,
    FOSTER_CARERS,
    KINSHIP_CARERS;

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
