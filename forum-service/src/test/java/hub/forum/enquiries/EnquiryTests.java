package hub.forum.enquiries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.platform.refusals.Rejected;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What may become of an enquiry. */
class EnquiryTests {
    private static final Instant NOW = Instant.parse("2026-05-05T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(90_000);

    private final Enquiry received = Enquiry.receive(
            "e",
            "7K2M9QRS",
            new Enquiry.Person("Ruth", "01632 960001", ""),
            new Asked(
                    Asked.Interest.FOSTERING,
                    "What is it like?",
                    Asked.Wanted.CALL,
                    Asked.Source.EVENT,
                    Asked.Wishes.NONE),
            NOW);

    @Test
    void itGoesStepByStepAndEachHasItsTime() {
        Enquiry registered = received.to(Enquiry.State.ACKNOWLEDGED, LATER)
                .to(Enquiry.State.CONTACTED, LATER)
                .book(new Enquiry.Visit(LATER, "At home", Enquiry.Attends.NO), LATER)
                .to(Enquiry.State.VISITED, LATER)
                .to(Enquiry.State.REGISTERED, LATER);
        assertThat(registered.history()).hasSize(6);
        assertThat(registered.endedAt()).isEqualTo(LATER);
        assertThat(registered.to(Enquiry.State.REGISTERED, NOW)).isSameAs(registered);
        assertThatThrownBy(() -> registered.to(Enquiry.State.WITHDRAWN, LATER)).isInstanceOf(Rejected.class);
    }

    @Test
    void noStepIsSkippedThatMatters() {
        assertThatThrownBy(() -> received.to(Enquiry.State.VISITED, LATER)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> received.book(new Enquiry.Visit(LATER, "At home", Enquiry.Attends.NO), LATER))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> received.to(Enquiry.State.REGISTERED, LATER)).isInstanceOf(Rejected.class);
    }

    @Test
    void onlyWhatNobodyHasAnsweredIsRaisedAndOnce() {
        Enquiry raised = received.raise(LATER);
        assertThat(raised.raisedAt()).isEqualTo(LATER);
        assertThat(raised.raise(LATER)).isSameAs(raised);
        Enquiry answered = received.to(Enquiry.State.ACKNOWLEDGED, LATER);
        assertThat(answered.raise(LATER)).isSameAs(answered);
    }

    @Test
    void whatIsErasedKeepsDatesAndNothingThatSaysWhoItWas() {
        Enquiry erased = received.to(Enquiry.State.WITHDRAWN, LATER).erased();
        assertThat(erased.toString()).doesNotContain("Ruth", "01632", "What is it like", "7K2M9QRS");
        assertThat(erased.history()).hasSize(2);
        assertThat(erased.asked().source()).isEqualTo(Asked.Source.EVENT);
    }

    @Test
    void anAmbassadorIsProposedWhenSomebodyHasAnsweredAndOneAtATime() {
        assertThatThrownBy(() -> received.propose("a", LATER)).isInstanceOf(Rejected.class);
        Enquiry proposed = received.to(Enquiry.State.ACKNOWLEDGED, LATER).propose("a", LATER);
        assertThatThrownBy(() -> proposed.propose("b", LATER)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> proposed.to(Enquiry.State.CONTACTED, LATER)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> received.to(Enquiry.State.PROPOSED, LATER)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> received.to(Enquiry.State.ACKNOWLEDGED, LATER).to(Enquiry.State.VISIT_BOOKED, LATER))
                .isInstanceOf(Rejected.class);
        Enquiry matched = proposed.accept(LATER);
        assertThat(matched.accept(LATER)).isSameAs(matched);
        assertThat(matched.state()).isEqualTo(Enquiry.State.MATCHED);
    }

    @Test
    void aNoLeadsBackToWhereItWas() {
        Enquiry contacted = received.to(Enquiry.State.CONTACTED, LATER);
        Enquiry passed = contacted.propose("a", LATER).passOver(Talk.Outcome.SAID_NO, LATER);
        assertThat(passed.state()).isEqualTo(Enquiry.State.CONTACTED);
        assertThat(passed.talk().ambassador()).isNull();
        assertThat(passed.told())
                .as("whoever asked is not told that a carer said no")
                .isEqualTo(contacted.history());
        Enquiry back = contacted.propose("a", LATER).accept(LATER).handBack(Talk.Outcome.HANDED_BACK, LATER);
        assertThat(back.state()).isEqualTo(Enquiry.State.CONTACTED);
    }

    @Test
    void whatIsOverHasNoAmbassadorAndWhatIsErasedDoesNotSayWhoItWas() {
        Enquiry talked = received.to(Enquiry.State.ACKNOWLEDGED, LATER)
                .propose("sunita", LATER)
                .accept(LATER)
                .log(new Talk.Contact("c", java.time.LocalDate.of(2026, 5, 6), Talk.Contact.Kind.CALL), LATER);
        assertThat(talked.state()).isEqualTo(Enquiry.State.CONTACTED);
        Enquiry over = talked.to(Enquiry.State.NOT_PROCEEDING, LATER);
        assertThat(over.talk().ambassador()).isNull();
        assertThat(over.erased().toString()).doesNotContain("sunita");
        assertThat(over.erased().talk().contacts()).hasSize(1);
    }

    @Test
    void onlyWhoWasAskedToAVisitThatIsToComeSaysWhetherSheComes() {
        Enquiry.Visit asked = new Enquiry.Visit(LATER, "At home", Enquiry.Attends.ASKED);
        Enquiry alone = received.to(Enquiry.State.ACKNOWLEDGED, NOW).book(asked, NOW);
        assertThatThrownBy(() -> alone.attend(true, NOW)).isInstanceOf(Rejected.class);
        Enquiry both = received.to(Enquiry.State.ACKNOWLEDGED, NOW)
                .propose("a", NOW)
                .accept(NOW)
                .book(asked, NOW);
        assertThat(both.attend(true, NOW).visit()).isNotNull();
        assertThatThrownBy(() -> both.attend(true, LATER)).isInstanceOf(Rejected.class);
    }
}
