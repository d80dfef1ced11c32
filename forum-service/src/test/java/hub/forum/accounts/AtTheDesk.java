package hub.forum.accounts;

import hub.forum.audit.AuditTrail;
import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.platform.audit.AuditEntry;
import hub.platform.audit.AuditLog;
import hub.platform.identity.Account;
import hub.platform.identity.AccountRefusal;
import hub.platform.identity.Accounts;
import hub.platform.identity.Approval;
import hub.platform.identity.Inviter;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.platform.refusals.Rejected;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.People;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Mono;

/** A hub with an administrator at the desk, a carer, an open board and a hidden group. */
@HubIT
@Import(AtTheDesk.Provider.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AtTheDesk {
    static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    GroupMaker making;

    @Autowired
    AuditLog audit;

    Account administrator;
    Account carer;
    Group board;
    Group hidden;
    Session desk;

    /** Stands for the embedded provider, which the launcher runs in a context of its own. */
    @TestConfiguration
    static class Provider {
        private final Set<String> emails = ConcurrentHashMap.newKeySet();

        @Bean
        Inviter inviter() {
            return new Inviter() {
                @Override
                public Mono<Invitation> invite(String name, String email) {
                    return emails.add(email)
                            ? Mono.just(new Invitation(
                                    "provider|" + email, URI.create("https://hub.example.org/link/first-" + email)))
                            : Mono.error(new Rejected(AccountRefusal.INVITED_ALREADY));
                }

                @Override
                public Mono<URI> link(String identity) {
                    return Mono.just(URI.create("https://hub.example.org/link/by-mail"));
                }

                @Override
                public Mono<Void> forget(String identity) {
                    return Mono.empty();
                }

                @Override
                public String identityOf(String account) {
                    return "provider|" + account;
                }

                @Override
                public Mono<Invitation> inviteAgain(String identity, String name, @Nullable String email) {
                    return Mono.just(new Invitation(identity, URI.create("https://hub.example.org/link/once-more")));
                }
            };
        }
    }

    @BeforeAll
    void aHub() {
        administrator = people.with("Ada", Role.ADMINISTRATOR);
        carer = people.carer("Cara");
        board = making.aBoard("Everyday caring").there();
        hidden = making.aHiddenGroup("Zephyr").withMembers(carer).there();
        desk = browsing.as(administrator);
    }

    /** The form of an account, its name and household as they are unless others are given. */
    Page change(Account person, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        if (!all.contains("name")) {
            all.addAll(List.of("name", person.name()));
        }
        if (!all.contains("household")) {
            all.addAll(List.of("household", person.household()));
        }
        return desk.post("/accounts/" + person.id(), all.toArray(String[]::new));
    }

    Account stored(Account person) {
        return Objects.requireNonNull(accounts.find(person.id(), admin()).block(SOON));
    }

    List<AuditEntry> logged(String act, Account about) {
        return new AuditTrail(audit).of(act, about.id());
    }

    static Viewer admin() {
        return new Viewer("admin", "Admin", "", Approval.APPROVED, Set.of(Role.ADMINISTRATOR));
    }
}
