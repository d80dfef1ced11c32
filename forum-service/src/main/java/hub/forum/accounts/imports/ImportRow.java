package hub.forum.accounts.imports;

import hub.forum.groups.GroupRole;
import hub.platform.identity.Role;
import java.util.List;
import java.util.Set;

/**
 * A person of a table. What is empty stays as it is with whoever has an account.
 *
 * @param number of its line in the table, the line of names being 1
 * @param email in its one spelling
 * @param worker the email of the household's supervising social worker, in its one spelling; empty for none said
 * @param places groups that they are in; none that they are in already is left
 */
public record ImportRow(
        int number,
        String name,
        String email,
        Set<Role> roles,
        String household,
        String line,
        String worker,
        List<Place> places) {
    public ImportRow {
        roles = Set.copyOf(roles);
        places = List.copyOf(places);
    }

    /** @param name of the group, to be shown */
    public record Place(String group, String name, GroupRole role) {}
}
