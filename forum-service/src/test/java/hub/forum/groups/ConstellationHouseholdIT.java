package hub.forum.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.platform.refusals.Rejected;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A household is in one constellation at most. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConstellationHouseholdIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    GroupMaker making;

    @Autowired
    Memberships memberships;

    @Autowired
    Groups groups;

    @Autowired
    Rights rights;

    private Account administrator;
    private Visibility asAdministrator;

    @BeforeAll
    void anAdministrator() {
        administrator = people.with("Administrator", Role.ADMINISTRATOR);
        asAdministrator = Objects.requireNonNull(
                accounts.viewer(administrator.id()).flatMap(rights::of).block(SOON));
    }

    @RepeatedTest(12)
    void ofTwoConstellationsAtOnceExactlyOneGetsTheHousehold(RepetitionInfo round) {
        String n = " " + round.getCurrentRepetition();
        Account first = household("race" + n, "First" + n);
        Account second = household("race" + n, "Second" + n);
        List<Group> both = List.of(
                making.aConstellation("Larkhill" + n).there(),
                making.aConstellation("Moorside" + n).there());

        List<String> outcomes = Flux.range(0, 8)
                .flatMap(i -> memberships
                        .nominate(
                                both.get(i % 2),
                                (i / 2 % 2 == 0 ? first : second).id(),
                                GroupRole.MEMBER,
                                asAdministrator)
                        .map(member -> "in " + member.group())
                        .onErrorResume(Rejected.class, refusal -> Mono.just(refusal.messageKey()))
                        .subscribeOn(Schedulers.parallel()))
                .collectList()
                .block(SOON);

        List<Membership> there = new ArrayList<>(inside(both.get(0)));
        there.addAll(inside(both.get(1)));
        assertThat(there)
                .extracting(Membership::group)
                .containsOnly(there.getFirst().group());
        assertThat(there).extracting(Membership::account).containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(outcomes).filteredOn("groups.household.elsewhere"::equals).hasSize(4);
        for (Group group : both) {
            assertThat(find(group).readers()).isEqualTo(Group.Readers.of(inside(group)));
        }
    }

    @Test
    void manyAtOnceAreAllCounted() {
        Group group = making.aClosedGroup("Everyone").there();
        List<Account> carers = Flux.range(0, 20)
                .map(i -> people.carer("Counted " + i))
                .collectList()
                .block(SOON);
        Flux.fromIterable(Objects.requireNonNull(carers))
                .flatMap(carer -> memberships
                        .nominate(group, carer.id(), GroupRole.MEMBER, asAdministrator)
                        .subscribeOn(Schedulers.parallel()))
                .blockLast(SOON);
        assertThat(find(group).readers().allCarers()).isEqualTo(20);
    }

    @Test
    void theRefusalDoesNotSayWhichOtherConstellation() {
        Account anya = household("tolland", "Anya Tolland");
        Account ben = household("tolland", "Ben Tolland");
        making.aConstellation("Secret Hollow").withMembers(anya).there();
        Group other = making.aConstellation("Moorgate").there();

        Page refused = browsing.as(administrator)
                .post("/groups/" + other.id() + "/nominate", "q", "Ben", "account", ben.id(), "role", "member");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains(Words.of("groups.household.elsewhere"), "Ben Tolland", Words.partOf("parts.title.error"))
                .doesNotContain("Secret Hollow");
        assertThat(inside(other)).isEmpty();
        assertThat(find(other).readers()).isEqualTo(Group.Readers.NONE);
    }

    @Test
    void onlyAnAdministratorHearsThatAHouseholdIsInAConstellationAtAll() {
        Account amy = household("quill", "Amy Quill");
        Account bob = household("quill", "Bob Quill");
        Account ended = people.person("Enid Past", Approval.ENDED, Role.CARER);
        Account worker = people.with("Sal Worker", Role.SUPERVISING_SOCIAL_WORKER);
        Account liaison = people.carer("Lia Son");
        making.aConstellation("Hidden Dale").withMembers(amy).there();
        Group other = making.aConstellation("Open Dale")
                .withMembers(worker)
                .withLiaisonWorker(liaison)
                .there();
        String nominate = "/groups/" + other.id() + "/nominate";
        for (Account by : List.of(worker, liaison)) {
            for (Account person : List.of(bob, ended)) {
                Page refused = browsing.as(by).post(nominate, "q", "", "account", person.id(), "role", "member");
                assertThat(refused.status()).as(by.name()).isEqualTo(422);
                assertThat(refused.body())
                        .contains(Words.of("groups.nominate.couldNot"))
                        .doesNotContain("household", "another constellation", "not approved", "Hidden Dale");
            }
        }
        assertThat(inside(other)).hasSize(2);
    }

    @Test
    void theHouseholdIsFreeWhenItsLastPersonLeft() {
        Account carla = household("ferris", "Carla Ferris");
        Account dan = household("ferris", "Dan Ferris");
        Group old = making.aConstellation("Oldfield").withMembers(carla, dan).there();
        Group next = making.aConstellation("Newfield").there();

        remove(old, carla);
        assertThatExceptionOfType(Rejected.class).isThrownBy(() -> nominate(next, carla, GroupRole.MEMBER));
        remove(old, dan);
        nominate(next, carla, GroupRole.MEMBER);

        assertThat(inside(next)).extracting(Membership::account).containsExactly(carla.id());
        assertThatExceptionOfType(Rejected.class).isThrownBy(() -> nominate(old, dan, GroupRole.MEMBER));
    }

    @Test
    void liaisonWorkersAndStaffAreInSeveralConstellations() {
        Account priya = people.ofHousehold("Priya Nair", "nair", Approval.APPROVED, Role.CARER);
        Account grace = people.with("Grace", Role.SUPERVISING_SOCIAL_WORKER);
        Group one = making.aConstellation("One Hill").there();
        Group two = making.aConstellation("Two Hill").there();
        for (Group group : List.of(one, two)) {
            nominate(group, priya, GroupRole.LIAISON_WORKER);
            nominate(group, grace, GroupRole.MEMBER);
        }
        assertThat(inside(two)).hasSize(2);
        assertThat(find(two).readers()).isEqualTo(new Group.Readers(0, 0, 1, 0, 1));
    }

    @Test
    void whoBecomesACarerOfOneGivesUpNoOther() {
        Account eve = people.ofHousehold("Eve", "eves", Approval.APPROVED, Role.CARER);
        Group one = making.aConstellation("First Down").withMembers(eve).there();
        Group two = making.aConstellation("Second Down").there();
        nominate(two, eve, GroupRole.LIAISON_WORKER);
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> memberships
                        .changeRole(two, eve.id(), GroupRole.MEMBER, asAdministrator)
                        .block(SOON))
                .satisfies(refusal -> assertThat(refusal.messageKey()).isEqualTo("groups.household.elsewhere"));
        assertThat(inside(two)).extracting(Membership::role).containsExactly(GroupRole.LIAISON_WORKER);
        assertThat(inside(one)).hasSize(1);
    }

    private Account household(String household, String name) {
        return people.ofHousehold(name, household, Approval.APPROVED, Role.CARER);
    }

    private void nominate(Group group, Account person, GroupRole role) {
        memberships.nominate(group, person.id(), role, asAdministrator).block(SOON);
    }

    private void remove(Group group, Account person) {
        memberships
                .remove(group, person.id(), "They moved away", asAdministrator)
                .block(SOON);
    }

    private List<Membership> inside(Group group) {
        return Objects.requireNonNull(
                memberships.in(group, asAdministrator).collectList().block(SOON));
    }

    private Group find(Group group) {
        return Objects.requireNonNull(
                groups.toManage(group.id(), asAdministrator).block(SOON));
    }
}
