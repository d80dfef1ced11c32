package hub.forum.networks;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.Words;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Carers say what fits them, which nobody else sees; a group for it is suggested to those alone. */
@HubIT
class NetworksIT {
    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    private void ticks(Account who, String... traits) {
        String[] fields = new String[2 * traits.length];
        for (int i = 0; i < traits.length; i++) {
            fields[2 * i] = "traits";
            fields[2 * i + 1] = traits[i];
        }
        assertThat(browsing.as(who).post("/networks", fields).status()).isEqualTo(303);
    }

    private Page open(Account who, String name) {
        return browsing.as(who)
                .post("/networks/open", "trait", "single-carer", "name", name, "purpose", "For carers on their own");
    }

    @Test
    void aGroupIsSuggestedToThoseWhomItFitsAndJoinedAsAnyOther() {
        Account leroy = people.carer("Leroy");
        Account joe = people.carer("Joe");
        Account karen = people.with("Karen", Role.SUPERVISING_SOCIAL_WORKER);
        ticks(leroy, "single-carer");
        assertThat(open(joe, "Not mine to open").status()).isEqualTo(404);
        assertThat(open(karen, "").body()).contains(Words.of("networks.name.missing"));
        Page opened = open(karen, "Going it alone");
        assertThat(opened.status()).as(opened.body()).isEqualTo(303);
        assertThat(browsing.as(leroy).get("/").body()).contains(Words.of("networks.suggested"), "Going it alone");
        assertThat(browsing.as(joe).get("/").body()).doesNotContain(Words.of("networks.suggested"));
        assertThat(browsing.as(joe).get("/networks").body()).doesNotContain("Going it alone");
        // It is taken back with no tick at all, and counts at once.
        ticks(leroy);
        assertThat(browsing.as(leroy).get("/").body()).doesNotContain(Words.of("networks.suggested"));
    }

    @Test
    void howManyTickedSomethingIsSaidFromFiveOnAndNeverWho() {
        Account ada = people.with("Ada", Role.ADMINISTRATOR);
        for (int i = 1; i <= 4; i++) {
            ticks(people.carer("Teen " + i), "carer-of-teenagers");
        }
        assertThat(browsing.as(ada).get("/networks/open").body())
                .contains(Words.of("networks.few"))
                .doesNotContain(Words.of("networks.count", 4), "Teen 1");
        ticks(people.carer("Teen 5"), "carer-of-teenagers");
        assertThat(browsing.as(ada).get("/networks/open").body()).contains(Words.of("networks.count", 5));
    }
}
