package hub.resources;

import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Session;
import hub.testkit.People;
import java.util.Map;
import java.util.Set;

/** One of each who may or may not read something, and what each may read. */
public record Cast(Map<String, Session> people) {
    public static final Map<String, Set<String>> READ = Map.of(
            "signed out", Set.of("public"),
            "awaiting", Set.of("public"),
            "suspended", Set.of("public"),
            "carer", Set.of("public", "carers"),
            "kinship carer", Set.of("public", "carers", "kinship"),
            "staff", Set.of("public", "carers", "kinship", "staff"),
            "editor", Set.of("public", "carers", "kinship", "staff"));

    public static final Set<String> AUDIENCES = Set.of("public", "carers", "kinship", "staff");

    public static Cast of(People people, Browsing browsing) {
        return new Cast(Map.of(
                "signed out", browsing.signedOut(),
                "awaiting", browsing.as(people.person("Awa", Approval.AWAITING)),
                "suspended", browsing.as(people.person("Sid", Approval.SUSPENDED, Role.KINSHIP_CARER, Role.MODERATOR)),
                "carer", browsing.as(people.carer("Amina")),
                "kinship carer", browsing.as(people.with("Joe", Role.CARER, Role.KINSHIP_CARER)),
                "staff", browsing.as(people.with("Moira", Role.MODERATOR)),
                "editor", browsing.as(people.with("Helen", Role.STAFF_EDITOR))));
    }

    public Session who(String name) {
        return people.get(name);
    }
}
