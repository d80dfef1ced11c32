package hub.forum.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hub.forum.threads.ThreadPolicy;
import hub.platform.identity.Approval;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VisibilityTests {
    private static final String BOARD = "board";
    private static final String OWN = "own";
    private static final String OTHER = "other";

    @Test
    void everyApprovedPersonReadsAndPostsOnABoard() {
        Visibility visibility = see(approved(Role.CARER));
        assertThat(visibility.mayRead(BOARD)).isTrue();
        assertThat(visibility.mayPost(BOARD)).isTrue();
    }

    @Test
    void aMemberReadsTheirOwnGroupAndNoOther() {
        Visibility visibility = see(approved(Role.CARER), in(OWN, GroupRole.MEMBER));
        assertThat(visibility.mayRead(OWN)).isTrue();
        assertThat(visibility.mayRead(OTHER)).isFalse();
        assertThat(visibility.readable()).containsExactlyInAnyOrder(BOARD, OWN);
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> visibility.requireRead(OTHER));
    }

    @Test
    void whoHasYetToAcceptTheAgreementReadsNothingThereAndIsLedToIt() {
        Visibility visibility = new Visibility(
                approved(Role.CARER),
                Set.of(BOARD),
                Map.of(OWN, in(OWN, GroupRole.FACILITATOR)),
                Set.of(OWN),
                Set.of());
        assertThat(visibility.mayRead(OWN)).isFalse();
        assertThat(visibility.mayPost(OWN)).isFalse();
        assertThat(visibility.leads(OWN)).isFalse();
        assertThat(GroupPolicy.mayNominate(visibility, OWN)).isFalse();
        assertThat(visibility.readable()).containsExactly(BOARD);
        assertThat(visibility.ownReadable()).isEmpty();
        assertThatExceptionOfType(AgreementFirst.class)
                .isThrownBy(() -> visibility.requireRead(OWN))
                .satisfies(first -> assertThat(first.group()).isEqualTo(OWN));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void noRoleOfTheServiceReadsAPrivateGroup(Role role) {
        Visibility visibility = see(approved(role));
        assertThat(visibility.mayRead(OTHER)).isFalse();
        assertThat(ThreadPolicy.mayModerate(visibility, OTHER)).isFalse();
        assertThat(visibility.readable()).containsExactly(BOARD);
    }

    @Test
    void aModeratorWhoCameInReadsAndModeratesButDoesNotPost() {
        Visibility visibility =
                new Visibility(approved(Role.MODERATOR), Set.of(BOARD), Map.of(), Set.of(), Set.of(OTHER));
        assertThat(visibility.mayRead(OTHER)).isTrue();
        assertThat(ThreadPolicy.mayModerate(visibility, OTHER)).isTrue();
        assertThat(visibility.mayPost(OTHER)).isFalse();
        assertThat(visibility.hasEntered(OTHER)).isTrue();
        assertThat(visibility.own()).isEmpty();
    }

    @Test
    void aFacilitatorLeadsTheirOwnGroupOnly() {
        Visibility visibility = see(approved(Role.CARER), in(OWN, GroupRole.FACILITATOR), in(OTHER, GroupRole.MEMBER));
        assertThat(visibility.leads(OWN)).isTrue();
        assertThat(ThreadPolicy.mayModerate(visibility, OWN)).isTrue();
        assertThat(visibility.leads(OTHER)).isFalse();
        assertThat(ThreadPolicy.mayModerate(visibility, OTHER)).isFalse();
        assertThat(ThreadPolicy.mayModerate(visibility, BOARD)).isFalse();
    }

    @Test
    void aSocialWorkerNominatesOnlyWhereTheyAreAMember() {
        Visibility visibility = see(approved(Role.SUPERVISING_SOCIAL_WORKER), in(OWN, GroupRole.MEMBER));
        assertThat(GroupPolicy.mayNominate(visibility, OWN, GroupRole.MEMBER)).isTrue();
        assertThat(GroupPolicy.mayNominate(visibility, OTHER, GroupRole.MEMBER)).isFalse();
        assertThat(GroupPolicy.mayRemove(visibility, OWN)).isFalse();
    }

    @Test
    void onlyAnAdministratorGivesAPartInAGroup() {
        Set<GroupRole> byFacilitator = mayGive(see(approved(Role.CARER), in(OWN, GroupRole.FACILITATOR)));
        Set<GroupRole> byAdministrator = mayGive(see(approved(Role.ADMINISTRATOR)));
        assertThat(byFacilitator).containsExactly(GroupRole.MEMBER);
        assertThat(byAdministrator).containsExactlyInAnyOrder(GroupRole.values());
    }

    @Test
    void anAdministratorManagesEveryGroupAndReadsNone() {
        Visibility visibility = see(approved(Role.ADMINISTRATOR));
        assertThat(GroupPolicy.mayRemove(visibility, OTHER)).isTrue();
        assertThat(visibility.mayRead(OTHER)).isFalse();
        visibility.requireManager();
        visibility.requireSeesPeople(OTHER);
    }

    @Test
    void nobodyElseManages() {
        for (Role role : Role.values()) {
            if (role != Role.ADMINISTRATOR) {
                Visibility visibility = see(approved(role), in(OWN, GroupRole.FACILITATOR));
                assertThatExceptionOfType(NotAllowed.class).isThrownBy(visibility::requireManager);
                assertThat(GroupPolicy.mayChangeRoles(visibility)).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Approval.class,
            names = {"AWAITING", "SUSPENDED", "ENDED"})
    void aRoleOfSomebodyWhoIsNotApprovedIsWorthNothing(Approval approval) {
        Viewer viewer = new Viewer("a", "A", "h", approval, Set.of(Role.values()));
        Visibility visibility = see(viewer);
        assertThat(GroupPolicy.mayRemove(visibility, OTHER)).isFalse();
        assertThat(GroupPolicy.mayNominate(visibility, OTHER)).isFalse();
        assertThat(visibility.managed().getCriteriaObject().toJson()).contains("\"$in\": []");
        for (Group.Privacy privacy : Group.Privacy.values()) {
            Group group = GroupTests.group(
                    OTHER, privacy == Group.Privacy.OPEN ? Group.Kind.BOARD : Group.Kind.PEER_SUPPORT_GROUP, privacy);
            assertThat(visibility.knows(group)).isFalse();
            assertThat(visibility.manages(group)).isFalse();
            assertThat(GroupPolicy.mayEnter(visibility)).isFalse();
        }
    }

    @Test
    void openAndClosedGroupsAreListedForEverybodyHiddenOnesForThoseInside() {
        Visibility outside = see(approved(Role.CARER));
        Visibility inside = see(approved(Role.CARER), in(OTHER, GroupRole.MEMBER));
        Visibility entered = new Visibility(approved(Role.MODERATOR), Set.of(), Map.of(), Set.of(), Set.of(OTHER));
        Group hidden = GroupTests.group(OTHER, Group.Kind.PEER_SUPPORT_GROUP, Group.Privacy.HIDDEN);
        assertThat(outside.knows(GroupTests.group(OTHER, Group.Kind.PEER_SUPPORT_GROUP, Group.Privacy.CLOSED)))
                .isTrue();
        assertThat(outside.knows(GroupTests.group(OTHER, Group.Kind.BOARD, Group.Privacy.OPEN)))
                .isTrue();
        assertThat(outside.knows(hidden)).isFalse();
        assertThat(inside.knows(hidden)).isTrue();
        assertThat(entered.knows(hidden)).isTrue();
        assertThat(see(approved(Role.MODERATOR)).knows(hidden)).isFalse();
        assertThat(GroupPolicy.mayEnter(see(approved(Role.MODERATOR)))).isTrue();
        assertThat(GroupPolicy.mayEnter(outside)).isFalse();
        assertThat(see(approved(Role.ADMINISTRATOR)).knowsOrManages(hidden)).isTrue();
        assertThat(outside.knowsOrManages(hidden)).isFalse();
    }

    /** What is remembered is looked at by the one form of the rule, what is queried by the other: they must say the same. */
    @Test
    void bothFormsOfTheRuleAgree() {
        Visibility mixed = new Visibility(
                approved(Role.MODERATOR),
                Set.of(BOARD),
                Map.of(OWN, in(OWN, GroupRole.MEMBER), "late", in("late", GroupRole.MEMBER)),
                Set.of("late"),
                Set.of("late2", OTHER));
        for (String group : Set.of(BOARD, OWN, OTHER, "late", "late2", "never")) {
            assertThat(mixed.readable().contains(group)).isEqualTo(mixed.mayRead(group));
            assertThat(((java.util.Collection<?>) ((org.bson.Document) mixed.reachable("group")
                                            .getCriteriaObject()
                                            .get("group"))
                                    .get("$in"))
                            .contains(group))
                    .isEqualTo(mixed.reaches(group));
        }
    }

    @Test
    void oneCanAskToJoinAClosedGroupThatOneIsNotIn() {
        Group closed = GroupTests.group(OTHER, Group.Kind.COMMUNITY_CLUSTER, Group.Privacy.CLOSED);
        assertThat(GroupPolicy.mayAsk(see(approved(Role.CARER)), closed)).isTrue();
        assertThat(GroupPolicy.mayAsk(see(approved(Role.CARER), in(OTHER, GroupRole.MEMBER)), closed))
                .isFalse();
        assertThat(GroupPolicy.mayAsk(
                        see(approved(Role.CARER)),
                        GroupTests.group(OTHER, Group.Kind.PEER_SUPPORT_GROUP, Group.Privacy.HIDDEN)))
                .isFalse();
        assertThat(GroupPolicy.mayAsk(
                        see(approved(Role.CARER)), GroupTests.group(OTHER, Group.Kind.BOARD, Group.Privacy.OPEN)))
                .isFalse();
    }

    private static Set<GroupRole> mayGive(Visibility visibility) {
        return Arrays.stream(GroupRole.values())
                .filter(role -> GroupPolicy.mayNominate(visibility, OWN, role))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Viewer approved(Role... roles) {
        return new Viewer("a", "A", "h", Approval.APPROVED, Set.of(roles));
    }

    private static Membership in(String group, GroupRole role) {
        return new Membership(Membership.id(group, "a"), group, "a", "h", role, true, 1, Instant.EPOCH, "b");
    }

    private static Visibility see(Viewer viewer, Membership... own) {
        return new Visibility(
                viewer,
                Set.of(BOARD),
                Arrays.stream(own).collect(Collectors.toMap(Membership::group, one -> one)),
                Set.of(),
                Set.of());
    }
}
