package hub.platform.identity;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person of the hub.
 *
 * @param identity who says who they are: the provider's realm, a bar, the subject; null until an invited person's first sign-in
 * @param name the name that others see, 1 to 60 characters
 * @param household people of one household share it; a household is in one constellation at most
 * @param line what stands beside the name, such as "Carer since 2011"; may be empty
 */
public record Account(
        String id,
        @Nullable String identity,
        String name,
        String household,
        String line,
        @Nullable String email,
        Approval approval,
        Set<Role> roles,
        Instant createdAt,
        @Nullable Instant approvedAt,
        @Nullable Instant lastSeenAt) {

    public Account {
        roles = Set.copyOf(roles);
    }

    /** One who can act as an administrator now. There is always at least one. */
    public boolean isActiveAdministrator() {
        return approval == Approval.APPROVED && roles.contains(Role.ADMINISTRATOR);
    }

    public Account withApproval(Approval next, Instant at) {
        Instant since = next == Approval.APPROVED && approvedAt == null ? at : approvedAt;
        return new Account(id, identity, name, household, line, email, next, roles, createdAt, since, lastSeenAt);
    }

    public Account withRoles(Set<Role> next) {
        return new Account(
                id, identity, name, household, line, email, approval, next, createdAt, approvedAt, lastSeenAt);
    }

    public Account withDetails(String newName, String newHousehold, String newLine) {
        return new Account(
                id,
                identity,
                newName,
                newHousehold,
                newLine,
                email,
                approval,
                roles,
                createdAt,
                approvedAt,
                lastSeenAt);
    }
}
