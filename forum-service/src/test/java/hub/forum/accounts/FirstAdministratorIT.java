package hub.forum.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.audit.AuditEntry;
import hub.platform.audit.AuditLog;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.testkit.HubIT;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

/** With a provider of the council's own nobody is invited: the settings of the tests name who may begin. */
@HubIT
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstAdministratorIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    Accounts accounts;

    @Autowired
    AuditLog audit;

    @Test
    @Order(1)
    void anAddressThatTheProviderDoesNotVouchForIsNobodys() {
        assertThat(signedIn("forger", "nadia.rowe@example.org", false).approval())
                .isEqualTo(Approval.AWAITING);
        assertThat(signedIn("stranger", "joe@example.org", true).approval()).isEqualTo(Approval.AWAITING);
        assertThat(signedIn("nameless", null, true).approval()).isEqualTo(Approval.AWAITING);
        assertThat(accounts.anAdministratorExists().block(PATIENCE)).isFalse();
    }

    @Test
    @Order(2)
    void ofTwoAtOnceOneBecomesAdministratorAndTheAuditLogSaysSo() {
        List<Account> both = Objects.requireNonNull(Flux.just("nadia", "twin")
                .flatMap(who -> accounts.signedIn("provider|" + who, "Nadia Rowe", "nadia.rowe@EXAMPLE.org", true))
                .collectList()
                .block(PATIENCE));
        assertThat(both)
                .filteredOn(Account::isActiveAdministrator)
                .singleElement()
                .satisfies(first -> {
                    assertThat(first.roles()).containsExactly(Role.ADMINISTRATOR);
                    Viewer administrator = accounts.viewer(first.id()).block(PATIENCE);
                    assertThat(audit.before(Instant.now().plusSeconds(60), 10, Objects.requireNonNull(administrator))
                                    .map(AuditEntry::act)
                                    .collectList()
                                    .block(PATIENCE))
                            .containsExactly("accounts.first");
                });
        assertThat(both)
                .filteredOn(account -> account.approval() == Approval.AWAITING)
                .hasSize(1);
    }

    @Test
    @Order(3)
    void onceThereIsOneNobodyBecomesItBySigningIn() {
        assertThat(signedIn("third", "nadia.rowe@example.org", true).approval()).isEqualTo(Approval.AWAITING);
    }

    private Account signedIn(String subject, String email, boolean verified) {
        return Objects.requireNonNull(accounts.signedIn("provider|" + subject, "Somebody", email, verified)
                .block(PATIENCE));
    }
}
