package hub.platform.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as of this request. Every read of content takes one; nothing is remembered from an earlier request, so a change of approval or
 * role counts at once, in sessions that are open too.
 *
 * @param account null when nobody is signed in
 */
public record Viewer(
        @Nullable String account,
        String name,
        String household,
        @Nullable Approval approval,
        Set<Role> roles) {

    private static final Viewer NOBODY = new Viewer(null, "", "", null, Set.of());

    public Viewer {
        roles = Set.copyOf(roles);
    }

    /** A reader who is not signed in. */
    public static Viewer nobody() {
        return NOBODY;
    }

    static Viewer of(Account account) {
        return new Viewer(account.id(), account.name(), account.household(), account.approval(), account.roles());
    }

    public boolean signedIn() {
        return account != null;
    }

    public boolean approved() {
        return approval == Approval.APPROVED;
    }

    /** Whether an approved person has the role. A role of somebody suspended is worth nothing. */
    public boolean is(Role role) {
        return approved() && roles.contains(role);
    }

    /** @throws NotAllowed if nobody is signed in or the person is not approved */
    public String id() {
        if (account == null || !approved()) {
            throw new NotAllowed();
        }
        return account;
    }

    public boolean carer() {
        return is(Role.CARER) || is(Role.KINSHIP_CARER);
    }

    /** The fostering service's own people: everybody approved who has a role beyond being a carer. */
    public boolean staff() {
        return approved() && roles.stream().anyMatch(role -> role != Role.CARER && role != Role.KINSHIP_CARER);
    }

    public String firstName() {
        return name.strip().split("\\s+")[0];
    }

    // For templates, which cannot name an enum constant without a dance.

    public boolean moderator() {
        return is(Role.MODERATOR);
    }

    public boolean administrator() {
        return is(Role.ADMINISTRATOR);
    }

    public boolean staffEditor() {
        return is(Role.STAFF_EDITOR);
    }

    public boolean nominator() {
        return is(Role.SUPERVISING_SOCIAL_WORKER) || is(Role.ADMINISTRATOR);
    }
}
