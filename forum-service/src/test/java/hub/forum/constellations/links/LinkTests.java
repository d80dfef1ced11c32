package hub.forum.constellations.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hub.platform.refusals.Rejected;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinkTests {
    private static final Instant MAY = Instant.parse("2026-05-03T10:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-03T10:00:00Z");

    private static LinkRequest asked() {
        return LinkRequest.ask("link", "larkhill", "akhtar", "tasneem", Set.of(Matter.FOOD), "Jollof", MAY);
    }

    private static LinkOffer offer() {
        return LinkOffer.none("brackenfield", "okafor", "grace")
                .describe(Map.of(Matter.FOOD, "Jollof"), Set.of(Matter.FOOD), MAY);
    }

    private static LinkRequest proposed() {
        return asked().propose(LinkRequest.Proposal.of("key", offer()), MAY);
    }

    @Test
    void twoAreIntroducedWhenBothHaveSaidYesAndNotBefore() {
        LinkRequest one = proposed().accept("key", "grace", JUNE);
        assertThat(one.state()).isEqualTo(LinkRequest.State.PROPOSED);
        assertThat(one.waitsFor("grace")).isFalse();
        assertThat(one.waitsFor("tasneem")).isTrue();
        assertThat(one.accept("key", "grace", JUNE).state()).isEqualTo(LinkRequest.State.PROPOSED);
        assertThat(one.accept("key", "tasneem", JUNE).state()).isEqualTo(LinkRequest.State.INTRODUCED);
    }

    @Test
    void aYesToOneIsNoneToAnotherWhoWasProposedMeanwhile() {
        LinkRequest next = proposed().passOver(JUNE).propose(LinkRequest.Proposal.of("other", offer()), JUNE);
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> next.accept("key", "tasneem", JUNE))
                .satisfies(refusal -> assertThat(refusal.why()).isEqualTo(LinkRefusal.CHANGED_MEANWHILE));
    }

    @Test
    void nothingStaysOfWhatWasSoughtWhenItIsClosed() {
        LinkRequest closed = proposed()
                .accept("key", "grace", JUNE)
                .accept("key", "tasneem", JUNE)
                .close(LinkRequest.Helped.PARTLY, JUNE);
        assertThat(closed.words()).isEmpty();
        assertThat(closed.matters()).isEmpty();
        assertThat(closed.other()).isNull();
        assertThat(closed.openFor()).isNull();
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> proposed().close(LinkRequest.Helped.YES, JUNE))
                .satisfies(refusal -> assertThat(refusal.why()).isEqualTo(LinkRefusal.NOT_NOW));
    }

    @Test
    void aConsentKeepsItsDateUntilItIsTakenBackAndIsOnlyForWhatIsSaid() {
        LinkOffer later = offer().describe(
                        Map.of(Matter.FOOD, "Jollof and waakye", Matter.FAITH, "Methodist"),
                        Set.of(Matter.FOOD, Matter.LANGUAGE),
                        JUNE);
        assertThat(later.shown()).containsExactly(Map.entry(Matter.FOOD, MAY));
        assertThat(later.shows(Matter.FAITH)).isFalse();
        LinkOffer back = later.withdraw(Matter.FOOD);
        assertThat(back.shown()).isEmpty();
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> back.take("link"))
                .satisfies(refusal -> assertThat(refusal.why()).isEqualTo(LinkRefusal.OFFER_GONE));
    }

    @Test
    void anOfferIsProposedToOneAtATime() {
        LinkOffer taken = offer().take("link");
        assertThat(taken.take("link").held()).isEqualTo("link");
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> taken.take("another"))
                .satisfies(refusal -> assertThat(refusal.why()).isEqualTo(LinkRefusal.OFFER_TAKEN));
        assertThat(taken.release().take("another").held()).isEqualTo("another");
    }
}
