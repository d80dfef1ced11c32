package hub.forum.enquiries;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.ambassadors.Ambassador;
import hub.forum.ambassadors.Fostering;
import hub.forum.ambassadors.Household;
import hub.forum.enquiries.AmbassadorMatching.Against;
import hub.forum.enquiries.AmbassadorMatching.Candidate;
import hub.forum.enquiries.AmbassadorMatching.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What speaks for an ambassador and against. */
class AmbassadorMatchingTests {
    private static final Instant NOW = Instant.parse("2026-05-05T10:00:00Z");

    private static Ambassador sunita(int taken, Ambassador.State state) {
        return new Ambassador(
                "sunita",
                new Ambassador.Profile(
                        Household.COUPLE,
                        List.of(Fostering.KINSHIP),
                        "British Asian, Gujarati",
                        "Hindu",
                        "English, Gujarati",
                        false,
                        false),
                Map.of(),
                2,
                taken,
                state,
                NOW,
                1);
    }

    private static Enquiry asked(
            Asked.Interest interest, @Nullable Household household, String language, String background) {
        return Enquiry.receive(
                        "e",
                        "7K2M9QRS",
                        new Enquiry.Person("Dev Patel", "01632 960001", ""),
                        new Asked(
                                interest,
                                "We are a Hindu couple and speak Gujarati",
                                Asked.Wanted.CALL,
                                Asked.Source.EVENT,
                                new Asked.Wishes(true, household, language, background)),
                        NOW)
                .to(Enquiry.State.ACKNOWLEDGED, NOW);
    }

    private static Candidate candidate(Enquiry enquiry) {
        return AmbassadorMatching.candidate(sunita(0, Ambassador.State.ACTIVE), enquiry);
    }

    @Test
    void whatWasNotAskedForSpeaksNeitherForNorAgainst() {
        Candidate one = candidate(asked(Asked.Interest.NOT_SURE, null, "", ""));
        assertThat(one.reasons()).as("neither a name nor a question is read").isEmpty();
        assertThat(one.against()).isEmpty();
        assertThat(one.said()).isEmpty();
    }

    @Test
    void whatWasAskedForCountsAsItWasSaid() {
        Candidate one = candidate(asked(Asked.Interest.KINSHIP, Household.COUPLE, "Gujarati", "a Hindu family"));
        assertThat(one.reasons()).containsExactly(Reason.LANGUAGE, Reason.HOUSEHOLD, Reason.BACKGROUND, Reason.KIND);
        assertThat(one.said()).containsExactly("hindu");
        assertThat(candidate(asked(Asked.Interest.NOT_SURE, null, "", "Indian")).reasons())
                .as("nothing is inferred")
                .isEmpty();
    }

    @Test
    void whatDoesNotFitIsSaidExceptOfHeritageAndFaith() {
        Candidate one = candidate(asked(Asked.Interest.SHORT_BREAKS, Household.SINGLE, "Twi", "Christian"));
        assertThat(one.reasons()).isEmpty();
        assertThat(one.against()).containsExactly(Against.LANGUAGE, Against.HOUSEHOLD, Against.KIND);
        assertThat(one.possible()).isTrue();
    }

    @Test
    void whoIsFullOrHasABreakCannotBeProposedAndAnEarlierNoIsSaid() {
        Enquiry once = asked(Asked.Interest.KINSHIP, null, "", "")
                .propose("sunita", NOW)
                .passOver(Talk.Outcome.SAID_NO, NOW);
        assertThat(candidate(once).against()).containsExactly(Against.SAID_NO);
        assertThat(candidate(once).possible()).isTrue();
        assertThat(AmbassadorMatching.candidate(sunita(2, Ambassador.State.ACTIVE), once)
                        .against())
                .contains(Against.FULL);
        assertThat(AmbassadorMatching.candidate(sunita(0, Ambassador.State.PAUSED), once)
                        .possible())
                .isFalse();
    }
}
