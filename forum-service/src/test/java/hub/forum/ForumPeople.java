package hub.forum;

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

/**
 * Who is asked in the tables of the forum. The columns: out (signed out), shut (awaiting approval, suspended, ended; the last two are members with all
 * roles), other (never a member: carer, supervising social worker, staff editor, recruitment officer; and a carer who was a member), safe (safeguarding
 * lead, data protection officer, duty worker, never members), new (a member who has yet to accept the agreement), author (the member who wrote what is asked about),
 * member (and a hub carer), nomin (a supervising social worker who is a member), lead (facilitator, liaison worker), mod (a moderator), in (a moderator
 * who has entered), admin. The places are a hidden, a closed and an open group.
 *
 * <p>302: led to the sign-in; 403: the page that says why they cannot come in; 404: there is no such thing.
 */
@TestFixture
public final class ForumPeople implements MatrixPeople {
    /** Whoever may come in. */
    public static final Set<String> APPROVED =
            Set.of("other", "safe", "new", "author", "member", "nomin", "lead", "mod", "in", "admin");

    /** Whoever reads what stands in a hidden or closed group. */
    public static final Set<String> READERS = Set.of("author", "member", "nomin", "lead", "in");

    @Override
    public Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        columns.put("out", List.of(NOBODY));
        columns.put("shut", List.of("Wait", "Sid", "Enid"));
        columns.put("other", List.of("Otto", "Ssw", "Edith", "Recruiter", "Formerly"));
        columns.put("safe", List.of("Lead", "Officer", "Duty"));
        columns.put("new", List.of("Newcomer"));
        columns.put("author", List.of("Petronella"));
        columns.put("member", List.of("Mabel", "Hubert"));
        columns.put("nomin", List.of("Nominator"));
        columns.put("lead", List.of("Gwendoline", "Leopoldine"));
        columns.put("mod", List.of("Mo"));
        columns.put("in", List.of("Moira"));
        columns.put("admin", List.of("Ada"));
        return columns;
    }

    @Override
    public List<Account> everybody(People people) {
        List<Account> everybody = new ArrayList<>(List.of(
                people.person("Wait", Approval.AWAITING, Role.CARER),
                people.person("Sid", Approval.SUSPENDED, Role.values()),
                people.person("Enid", Approval.ENDED, Role.values()),
                people.with("Ssw", Role.SUPERVISING_SOCIAL_WORKER),
                people.with("Nominator", Role.SUPERVISING_SOCIAL_WORKER),
                people.with("Edith", Role.STAFF_EDITOR),
                people.with("Recruiter", Role.RECRUITMENT_OFFICER),
                people.with("Lead", Role.SAFEGUARDING_LEAD),
                people.with("Officer", Role.DATA_PROTECTION_OFFICER),
                people.with("Duty", Role.DUTY_WORKER),
                people.with("Mo", Role.MODERATOR),
                people.with("Moira", Role.MODERATOR),
                people.with("Ada", Role.ADMINISTRATOR)));
        List.of("Otto", "Formerly", "Newcomer", "Petronella", "Mabel", "Hubert", "Gwendoline", "Leopoldine", "New One")
                .forEach(carer -> everybody.add(people.carer(carer)));
        return everybody;
    }

    @Override
    public List<String> places() {
        return List.of("hidden", "closed", "open");
    }

    @Override
    public String triedIn() {
        return "closed";
    }

    @Override
    public Set<String> playedByWhoTries() {
        return Set.of("Petronella", "Gwendoline");
    }
}
