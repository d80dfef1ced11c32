package hub.forum.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.platform.identity.Supervisions;
import hub.platform.identity.Viewer;
import hub.testkit.Browsing.Page;
import hub.testkit.Words;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which social worker looks after a household: set in an account, true for all who live there. */
class SupervisionIT extends AtTheDesk {
    @Autowired
    Supervisions supervisions;

    @Test
    void aSocialWorkerLooksAfterTheWholeHousehold() {
        Account karen = people.with("Karen", Role.SUPERVISING_SOCIAL_WORKER);
        Account david = people.with("David", Role.SUPERVISING_SOCIAL_WORKER);
        Account joe = people.carer("Joe");
        assertThat(change(joe, "name", "Joe", "household", "fen", "roles", "carer", "worker", karen.id())
                        .status())
                .isEqualTo(303);
        assertThat(households(karen)).containsExactly("fen");
        assertThat(households(david)).isEmpty();
        assertThat(households(joe)).as("a carer supervises nobody").isEmpty();

        change(joe, "name", "Joe", "household", "fen", "roles", "carer", "worker", david.id());
        assertThat(households(karen)).as("counts at once").isEmpty();
        assertThat(households(david)).containsExactly("fen");
    }

    @Test
    void whoMovesToAnotherHouseholdHasItsWorker() {
        Account karen = people.with("Karen Two", Role.SUPERVISING_SOCIAL_WORKER);
        Account david = people.with("David Two", Role.SUPERVISING_SOCIAL_WORKER);
        Account amina = people.carer("Amina");
        Account rob = people.carer("Rob");
        change(amina, "name", "Amina", "household", "here", "roles", "carer", "worker", karen.id());
        change(rob, "name", "Rob", "household", "there", "roles", "carer", "worker", david.id());
        change(rob, "name", "Rob", "household", "here", "roles", "carer", "worker", david.id());
        assertThat(households(karen)).containsExactly("here");
        assertThat(households(david)).containsExactly("there");
    }

    @Test
    void oneWhoIsNoSocialWorkerIsRefusedBesideTheField() {
        Account nobody = people.carer("No Worker");
        Account joe = people.carer("Joe Three");
        Page refused = change(joe, "name", "Joe Three", "roles", "carer", "worker", nobody.id());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains(Words.of("accounts.worker.gone"), "href=\"#worker\"");
        assertThat(supervisions.workerOf(joe.household()).blockOptional()).isEmpty();
    }

    private Set<String> households(Account account) {
        Viewer viewer =
                new Viewer(account.id(), account.name(), account.household(), account.approval(), account.roles());
        return supervisions.householdsOf(viewer).block();
    }
}
