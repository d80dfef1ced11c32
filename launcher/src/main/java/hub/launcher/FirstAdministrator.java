package hub.launcher;

import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.platform.mongo.Ids;
import hub.signin.EmbeddedProvider;
import hub.signin.Invitation;
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
    private static final String MARK = "first-administrator";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** @return null once the administrator has signed in, or where there are other administrators */
    static @Nullable FirstAdministrator ensure(
            ApplicationContext application, EmbeddedProvider provider, String mongoUri) {
        Accounts accounts = application.getBean(Accounts.class);
        String subject = Marks.read(mongoUri, MARK);
        if (subject != null) {
            return accounts.approved(accountId(subject))
                    .filter(account -> account.lastSeenAt() == null)
                    .blockOptional(PATIENCE)
                    .map(neverCame ->
                            new FirstAdministrator(provider.inviteAgain(subject).link()))
                    .orElse(null);
        }
        if (Boolean.TRUE.equals(accounts.anAdministratorExists().block(PATIENCE))) {
            return null;
        }
        Invitation invitation = provider.invite("Administrator", EMAIL);
        accounts.addUnlessThere(account(invitation.subject())).block(PATIENCE);
        Marks.write(mongoUri, MARK, invitation.subject());
        return new FirstAdministrator(invitation.link());
    }

    private static String accountId(String subject) {
        return Ids.of(ProviderInviter.REALM + "|" + subject);
    }

    private static Account account(String subject) {
        String id = accountId(subject);
        return Account.of(
                id,
                ProviderInviter.REALM + "|" + subject,
                "Administrator",
                id,
                "Administrator",
                EMAIL,
                Approval.APPROVED,
                Set.of(Role.ADMINISTRATOR),
                Instant.now(),
                Instant.now());
    }

    List<String> lines() {
        return List.of(
                "",
                "This hub is empty. Its administrator signs in as " + EMAIL,
                "Choose the password here, once, within seven days: " + link);
    }
}
