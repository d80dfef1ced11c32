package hub.launcher;

import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.platform.mongo.Ids;
import hub.signin.EmbeddedProvider;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** The one person of an empty hub. The link is printed at each start until it has been used. */
record FirstAdministrator(URI link) {
    private static final String EMAIL = "administrator@localhost";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** @return null once the administrator has a password, or where there are other administrators */
    static @Nullable FirstAdministrator ensure(ApplicationContext application, EmbeddedProvider provider) {
        Accounts accounts = application.getBean(Accounts.class);
        if (Boolean.TRUE.equals(accounts.anAdministratorExists().block(PATIENCE))) {
            return provider.inviteUnlessSet(EMAIL)
                    .map(invitation -> new FirstAdministrator(invitation.link()))
                    .orElse(null);
        }
        EmbeddedProvider.Invitation invitation = provider.invite("Administrator", EMAIL);
        String id = Ids.next();
        Account account = new Account(
                id,
                ProviderInviter.REALM + "|" + invitation.subject(),
                "Administrator",
                id,
                "Administrator",
                EMAIL,
                Approval.APPROVED,
                Set.of(Role.ADMINISTRATOR),
                Instant.now(),
                Instant.now(),
                null);
        accounts.add(account).block(PATIENCE);
        return new FirstAdministrator(invitation.link());
    }

    List<String> lines() {
        return List.of(
                "",
                "This hub is empty. Its administrator signs in as " + EMAIL,
                "Choose the password here, once, within seven days: " + link);
    }
}
