package hub.forum.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hub.platform.refusals.Rejected;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupTests {
    private static final Instant NOW = Instant.parse("2026-05-03T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "BOARD,OPEN,true", "BOARD,CLOSED,false", "BOARD,HIDDEN,false",
        "CONSTELLATION,OPEN,false", "CONSTELLATION,CLOSED,false", "CONSTELLATION,HIDDEN,true",
        "PEER_SUPPORT_GROUP,OPEN,false", "PEER_SUPPORT_GROUP,CLOSED,true", "PEER_SUPPORT_GROUP,HIDDEN,true",
        "COMMUNITY_CLUSTER,OPEN,false", "COMMUNITY_CLUSTER,CLOSED,true", "COMMUNITY_CLUSTER,HIDDEN,true"
    })
    void eachKindHasItsPrivacy(Group.Kind kind, Group.Privacy privacy, boolean allowed) {
        assertThat(Group.allows(kind, privacy)).isEqualTo(allowed);
    }

    @Test
    void aBoardHasNoAgreement() {
        assertThat(group("b", Group.Kind.BOARD, Group.Privacy.OPEN).agreement()).isNull();
    }

    @Test
    void anotherTextOfTheAgreementIsAnotherVersion() {
        Group group = group("g", Group.Kind.PEER_SUPPORT_GROUP, Group.Privacy.CLOSED);
        Group renamed = group.describedAs(
                details(group.kind(), group.privacy(), "Foxglove", "We listen"), "<p>We listen</p>", 1, NOW);
        Group changed = renamed.describedAs(
                details(group.kind(), group.privacy(), "Foxglove", "We listen and laugh"), "<p>…</p>", 1, NOW);
        assertThat(renamed.name()).isEqualTo("Foxglove");
        assertThat(renamed.slug()).isEqualTo("foxglove");
        assertThat(renamed.agreementVersion()).isEqualTo(1);
        assertThat(changed.agreementVersion()).isEqualTo(2);
    }

    @Test
    void lineEndsOfABrowserDoNotMakeAnotherVersion() {
        Group group = Group.begin(
                "g",
                details(Group.Kind.PEER_SUPPORT_GROUP, Group.Privacy.CLOSED, "Bluebell", "One\n\nTwo"),
                "",
                1,
                null,
                NOW,
                "admin");
        Group saved = group.describedAs(
                details(Group.Kind.PEER_SUPPORT_GROUP, Group.Privacy.CLOSED, "Bluebell", "One\r\n\r\nTwo\r\n"),
                "",
                1,
                NOW);
        assertThat(saved.agreementVersion()).isEqualTo(1);
    }

    @Test
    void theKindOfAGroupStays() {
        Group group = group("g", Group.Kind.CONSTELLATION, Group.Privacy.HIDDEN);
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() ->
                        group.describedAs(details(Group.Kind.BOARD, Group.Privacy.OPEN, "Larkhill", ""), "", 1, NOW))
                .satisfies(refusal -> assertThat(refusal.messageKey()).isEqualTo("groups.kind.fixed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"People", "About", "Manage", "Ask", "Leave"})
    void aNameNeverTakesTheAddressOfAPage(String name) {
        assertThat(Group.slugOf(name)).endsWith("-group");
    }

    @Test
    void onlyAClusterHasAVenue() {
        assertThat(GroupDetails.clean(
                                "Riverside",
                                Group.Kind.COMMUNITY_CLUSTER,
                                Group.Privacy.CLOSED,
                                "East",
                                "To meet",
                                " Riverside Family Hub ",
                                "We listen")
                        .venue())
                .isEqualTo("Riverside Family Hub");
        assertThat(GroupDetails.clean(
                                "Larkhill",
                                Group.Kind.CONSTELLATION,
                                Group.Privacy.HIDDEN,
                                "East",
                                "To help",
                                "12 Larkhill Road",
                                "We listen")
                        .venue())
                .isNull();
    }

    @Test
    void whoReadsIsCountedByWhatTheyAreThere() {
        Group.Readers readers = Group.Readers.of(List.of(
                member("a", GroupRole.MEMBER, true),
                member("b", GroupRole.MEMBER, true),
                member("c", GroupRole.HUB_CARER, true),
                member("d", GroupRole.FACILITATOR, true),
                member("e", GroupRole.FACILITATOR, false),
                member("f", GroupRole.MEMBER, false),
                member("g", GroupRole.LIAISON_WORKER, false)));
        assertThat(readers.allCarers()).isEqualTo(4);
        assertThat(readers.liaisonWorkers()).isEqualTo(1);
        assertThat(readers.staff()).isEqualTo(2);
        assertThat(readers.all()).isEqualTo(7);
    }

    @Test
    void onlyCarersOfAConstellationBringTheirHousehold() {
        Group constellation = group("g", Group.Kind.CONSTELLATION, Group.Privacy.HIDDEN);
        Group peers = group("g", Group.Kind.PEER_SUPPORT_GROUP, Group.Privacy.HIDDEN);
        assertThat(member("a", GroupRole.MEMBER, true).bringsHousehold(constellation))
                .isTrue();
        assertThat(member("a", GroupRole.HUB_CARER, true).bringsHousehold(constellation))
                .isTrue();
        assertThat(member("a", GroupRole.MEMBER, false).bringsHousehold(constellation))
                .isFalse();
        assertThat(member("a", GroupRole.LIAISON_WORKER, true).bringsHousehold(constellation))
                .isFalse();
        assertThat(member("a", GroupRole.MEMBER, true).bringsHousehold(peers)).isFalse();
    }

    @Test
    void aRequestIsAnsweredOnce() {
        JoinRequest declined = JoinRequest.ask("r", "g", "a", "key", "", NOW).decline("f", NOW, "We are full");
        assertThat(declined.reason()).isEqualTo("We are full");
        assertThatExceptionOfType(Rejected.class).isThrownBy(() -> declined.accept("f", NOW));
        assertThatExceptionOfType(Rejected.class).isThrownBy(() -> declined.withdraw(NOW));
    }

    static Group group(String id, Group.Kind kind, Group.Privacy privacy) {
        return Group.begin(id, details(kind, privacy, "Bluebell", "We listen"), "<p>We listen</p>", 1, null, NOW, "x");
    }

    private static GroupDetails details(Group.Kind kind, Group.Privacy privacy, String name, String agreement) {
        return GroupDetails.clean(name, kind, privacy, "Ashcombe", "To listen", "", agreement);
    }

    private static Membership member(String account, GroupRole role, boolean carer) {
        return new Membership(Membership.id("g", account), "g", account, "h", role, carer, 1, NOW, "x");
    }
}
