package hub.forum.ambassadors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.platform.refusals.Rejected;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What may become of an ambassador, and what of her is published. */
class AmbassadorTests {
    private static final Instant NOW = Instant.parse("2026-05-05T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(90_000);
    private static final Ambassador.Profile SAID = new Ambassador.Profile(
            Household.COUPLE,
            List.of(Fostering.TEENAGERS),
            "British Asian, my parents came from Gujarat",
            "Hindu",
            "English, Gujarati",
            true,
            false);

    private final Ambassador active = Ambassador.ask("a", NOW)
            .describe(SAID, EnumSet.of(Ambassador.Attribute.NAME, Ambassador.Attribute.LANGUAGES), 2, NOW);

    @Test
    void whoeverWasAskedHasSaidYesWithAProfile() {
        assertThat(Ambassador.ask("a", NOW).active()).isFalse();
        assertThat(active.active()).isTrue();
        assertThat(active.shown()).containsOnlyKeys(Ambassador.Attribute.NAME, Ambassador.Attribute.LANGUAGES);
    }

    @Test
    void aConsentThatStandsKeepsItsDateAndWhatIsTakenBackHasNone() {
        Ambassador more = active.describe(
                SAID,
                EnumSet.of(Ambassador.Attribute.NAME, Ambassador.Attribute.LANGUAGES, Ambassador.Attribute.FAITH),
                2,
                LATER);
        assertThat(more.shown())
                .isEqualTo(Map.of(
                        Ambassador.Attribute.NAME, NOW,
                        Ambassador.Attribute.LANGUAGES, NOW,
                        Ambassador.Attribute.FAITH, LATER));
        Ambassador less = more.withdraw(Ambassador.Attribute.LANGUAGES);
        assertThat(Ambassadors.introduction(less, "Sunita").languages()).isEmpty();
        assertThat(less.describe(SAID, EnumSet.of(Ambassador.Attribute.LANGUAGES), 2, LATER)
                        .shown())
                .isEqualTo(Map.of(Ambassador.Attribute.LANGUAGES, LATER));
    }

    @Test
    void onlyWhatSheAgreedToIsPublished() {
        Ambassadors.Introduction introduction = Ambassadors.introduction(active, "Sunita");
        assertThat(introduction)
                .isEqualTo(new Ambassadors.Introduction("Sunita", null, List.of(), "", "", "English, Gujarati"));
        Ambassador nameless = active.withdraw(Ambassador.Attribute.NAME);
        assertThat(Ambassadors.introduction(nameless, "Sunita").name()).isEmpty();
    }

    @Test
    void whatSheSaysNothingOfIsNotPublished() {
        Ambassador.Profile little = new Ambassador.Profile(Household.SINGLE, List.of(), "", "", "", false, false);
        assertThat(active.describe(little, EnumSet.allOf(Ambassador.Attribute.class), 2, LATER)
                        .shown())
                .containsOnlyKeys(Ambassador.Attribute.NAME, Ambassador.Attribute.HOUSEHOLD);
    }

    @Test
    void nobodyHasMorePeopleThanPlaces() {
        Ambassador full = active.take().take();
        assertThatThrownBy(full::take).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> full.describe(SAID, Set.of(), 1, LATER)).isInstanceOf(Rejected.class);
        assertThat(full.release().take().taken()).isEqualTo(2);
        assertThatThrownBy(() -> active.pause(true, LATER).take()).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> Ambassador.ask("a", NOW).take()).isInstanceOf(Rejected.class);
    }

    @Test
    void whenItEndsNothingOfWhatSheSaidStays() {
        Ambassador ended = active.end(LATER);
        assertThat(ended.profile()).isEqualTo(Ambassador.Profile.EMPTY);
        assertThat(ended.shown()).isEmpty();
        assertThatThrownBy(() -> ended.describe(SAID, Set.of(), 2, LATER)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> ended.pause(true, LATER)).isInstanceOf(Rejected.class);
        assertThat(ended.askAgain(LATER).state()).isEqualTo(Ambassador.State.ASKED);
        assertThat(active.askAgain(LATER)).isSameAs(active);
    }

    @Test
    void languagesAndOwnWordsAreComparedAsTheyAreAndNothingIsInferred() {
        assertThat(active.speaks("gujarati")).isTrue();
        assertThat(active.speaks("Gujar")).isFalse();
        assertThat(active.speaks("")).isFalse();
        assertThat(active.says("a Hindu family")).containsExactly("hindu");
        assertThat(active.says("Asian")).containsExactly("asian");
        assertThat(active.says("Indian")).isEmpty();
        assertThat(active.says("")).isEmpty();
    }
}
