package hub.forum.following;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.following.Follows.Chosen;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FollowsTests {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final Chosen FOLLOWED = new Chosen("alder", false, NOON);
    private static final Chosen MUTED = new Chosen("alder", true, NOON);

    private static Follows follows(Map<String, Chosen> threads, Volume volume) {
        return new Follows("amina", threads, Map.of("alder", volume));
    }

    @Test
    void whoHasChosenNothingHearsOfAnswersAndMentions() {
        Follows nothing = Follows.nothing("amina");
        assertThat(nothing.volume("alder")).isEqualTo(Volume.MENTIONS);
        assertThat(nothing.hearsOfAnswers("bedtimes", "alder")).isTrue();
        assertThat(nothing.mutes("bedtimes", "alder")).isFalse();
        assertThat(nothing.followed()).isEmpty();
    }

    @Test
    void whatWasChosenForAConversationCountsBeforeItsGroup() {
        Follows quiet = follows(Map.of("bedtimes", FOLLOWED, "noise", MUTED), Volume.NOTHING);
        assertThat(quiet.hearsOfAnswers("bedtimes", "alder")).isTrue();
        assertThat(quiet.mutes("bedtimes", "alder")).isFalse();
        assertThat(quiet.hearsOfAnswers("noise", "alder")).isFalse();
        assertThat(quiet.hearsOfAnswers("another", "alder")).isFalse();
        assertThat(quiet.mutes("another", "alder")).isTrue();
        assertThat(quiet.mutes("another", "birch")).isFalse();
        Follows loud = follows(Map.of("noise", MUTED), Volume.EVERYTHING);
        assertThat(loud.mutes("noise", "alder")).isTrue();
        assertThat(loud.hearsOfAnswers("noise", "alder"))
                .as("an answer to oneself is heard in a muted conversation too")
                .isTrue();
    }

    @Test
    void whatWasChosenLongestAgoGoesWhenThereIsTooMuch() {
        Map<String, Chosen> many = new HashMap<>();
        for (int i = 0; i < Follows.MOST_THREADS; i++) {
            many.put("thread" + i, new Chosen("alder", false, NOON.plusSeconds(i)));
        }
        assertThat(follows(many, Volume.MENTIONS).tooMany()).isEmpty();
        many.put("latest", new Chosen("alder", false, NOON.plusSeconds(100_000)));
        assertThat(follows(many, Volume.MENTIONS).tooMany()).contains("thread0");
    }

    @Test
    void whatStandsInAGroupIsKnownForWhoLeavesIt() {
        Follows some =
                new Follows("amina", Map.of("bedtimes", FOLLOWED, "other", new Chosen("birch", false, NOON)), Map.of());
        assertThat(some.threadsIn("alder")).containsExactly("bedtimes");
    }
}
