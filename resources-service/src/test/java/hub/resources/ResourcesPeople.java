package hub.resources;

import hub.platform.identity.Account;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.testkit.MatrixPeople;
import hub.testkit.People;
import hub.testkit.TestFixture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is asked in the tables of news, training and library. The columns: out (signed out), shut (awaiting approval, suspended, ended; the last two with
 * all roles), carer, kin (kinship carer), staff (each other role, one by one), editor (staff editor). The places are what is published for the public, for
 * carers, for kinship carers and for staff, a draft, and what was taken away.
 *
 * <p>302: led to the sign-in; 403: the page that says why they cannot come in; 404: there is no such thing.
 */
@TestFixture
public final class ResourcesPeople implements MatrixPeople {
    private static final Set<Role> NAMED = Set.of(Role.CARER, Role.KINSHIP_CARER, Role.STAFF_EDITOR);

    @Override
    public Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        columns.put("out", List.of(NOBODY));
        columns.put("shut", List.of("Wait", "Sid", "Enid"));
        columns.put("carer", List.of("Amina"));
        columns.put("kin", List.of("Joe"));
        columns.put("staff", staff().map(Role::slug).toList());
        columns.put("editor", List.of("Helen"));
        return columns;
    }

    private static Stream<Role> staff() {
        return Stream.of(Role.values()).filter(role -> !NAMED.contains(role));
    }

    @Override
    public List<Account> everybody(People people) {
        List<Account> everybody = new ArrayList<>(List.of(
                people.person("Wait", Approval.AWAITING, Role.CARER),
                people.person("Sid", Approval.SUSPENDED, Role.values()),
                people.person("Enid", Approval.ENDED, Role.values()),
                people.carer("Amina"),
                people.with("Joe", Role.CARER, Role.KINSHIP_CARER),
                people.with("Helen", Role.STAFF_EDITOR)));
        staff().forEach(role -> everybody.add(people.with(role.slug(), role)));
        return everybody;
    }

    @Override
    public List<String> places() {
        return List.of("public", "carers", "kinship", "staff", "draft", "away");
    }

    @Override
    public String triedIn() {
        return "carers";
    }

    @Override
    public Set<String> playedByWhoTries() {
        return Set.of("Helen");
    }

    /** @return the columns that may read what is published in a place of this sort */
    public static Set<String> readers(String sort) {
        return switch (sort) {
            case "public" -> Set.of("out", "shut", "carer", "kin", "staff", "editor");
            case "carers" -> Set.of("carer", "kin", "staff", "editor");
            case "kinship" -> Set.of("kin", "staff", "editor");
            case "staff" -> Set.of("staff", "editor");
            default -> Set.of("editor");
        };
    }
}
