package hub.forum.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.groups.Group;
import hub.platform.identity.Account;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.testkit.Browsing.Page;
import hub.testkit.Words;
import org.junit.jupiter.api.Test;

/** The name and the household in an account: changes do not undo each other, and a constellation keeps its households. */
class DetailsIT extends AtTheDesk {
    @Test
    void changesOfOneAccountAtOnceDoNotUndoEachOther() throws InterruptedException {
        for (int round = 0; round < 10; round++) {
            Account person = people.carer("Changed Twice " + round);
            String name = "Renamed " + round;
            Thread one = Thread.ofVirtual().start(() -> desk.post("/accounts/" + person.id() + "/suspend"));
            Thread other = Thread.ofVirtual()
                    .start(() -> desk.post("/accounts/" + person.id(), "name", name, "roles", "carer"));
            one.join();
            other.join();
            assertThat(stored(person).approval()).isEqualTo(Approval.SUSPENDED);
            assertThat(stored(person).name()).isEqualTo(name);
        }
    }

    @Test
    void aHouseholdThatIsInAConstellationStaysAsItIs() {
        Account hilda = people.carer("Hilda");
        Group constellation =
                making.aConstellation("Alderbrook").withMembers(hilda).there();
        Page refused = change(hilda, "name", "Hilda Renamed", "household", "Elsewhere", "roles", "carer");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains(
                        Words.of("accounts.household.inConstellation"),
                        "href=\"#household\"",
                        "<title>" + Words.partOf("parts.title.error"))
                .contains("value=\"Elsewhere\"", "value=\"Hilda Renamed\"")
                .doesNotContain("Alderbrook");
        assertThat(stored(hilda)).isEqualTo(hilda);

        assertThat(change(hilda, "name", "Hilda Renamed", "household", hilda.household(), "roles", "carer")
                        .status())
                .as("all else can change")
                .isEqualTo(303);
        desk.post("/groups/" + constellation.id() + "/people/" + hilda.id() + "/remove", "reason", "Moves away");
        assertThat(change(hilda, "name", "Hilda", "household", "Elsewhere", "roles", "carer")
                        .status())
                .isEqualTo(303);
        assertThat(stored(hilda).household()).isEqualTo("Elsewhere");
    }

    @Test
    void whoIsInAConstellationForTheServiceCanMoveHouse() {
        Account liz = people.with("Liz", Role.SUPERVISING_SOCIAL_WORKER);
        making.aConstellation("Birchbrook").withLiaisonWorker(liz).there();
        assertThat(change(liz, "name", "Liz", "household", "Elsewhere", "roles", "supervising-social-worker")
                        .status())
                .isEqualTo(303);
    }
}
