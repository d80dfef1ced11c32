package hub.testkit;

import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** Puts people into the hub: {@code people.carer("Amina")}. The id is the name in small letters. */
public class People {
    private final Accounts accounts;

    People(Accounts accounts) {
        this.accounts = accounts;
    }

    public Account carer(String name) {
        return person(name, Approval.APPROVED, Role.CARER);
    }

    public Account with(String name, Role... roles) {
        return person(name, Approval.APPROVED, roles);
    }

    public Account person(String name, Approval approval, Role... roles) {
        return ofHousehold(name, "home-of-" + id(name), approval, roles);
    }

    public Account ofHousehold(String name, String household, Approval approval, Role... roles) {
        Account account = Account.of(
                id(name),
                "test|" + id(name),
                name,
                household,
                "",
                id(name) + "@example.org",
                approval,
                Set.of(roles),
                Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS),
                null);
        return java.util.Objects.requireNonNull(accounts.add(account).block(Duration.ofSeconds(10)));
    }

    private static String id(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
