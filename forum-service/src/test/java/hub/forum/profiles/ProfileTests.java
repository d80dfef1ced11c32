package hub.forum.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.profiles.Profile.Said;
import hub.forum.profiles.Profile.Shown;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfileTests {
    private static final Shown MIXED = new Shown(Audience.NOBODY, Audience.EVERYBODY, Audience.GROUPS);

    private static Profile saying(String about, int since, List<TalkAbout> topics, Shown shown) {
        return Profile.nothing("amina").saying(new Said(about, since, topics, shown), "<p>" + about + "</p>", 1);
    }

    @Test
    void aPartThatSaysNothingOpensNothing() {
        assertThat(saying("Words", 0, List.of(), MIXED).widest()).isEqualTo(Audience.NOBODY);
        assertThat(saying("", 0, List.of(TalkAbout.BABIES), MIXED).widest()).isEqualTo(Audience.GROUPS);
        assertThat(saying("", 2014, List.of(TalkAbout.BABIES), MIXED).widest()).isEqualTo(Audience.EVERYBODY);
    }

    @Test
    void eachPartIsEmptyToThoseToWhomItIsNotShown() {
        Profile all = saying("Words", 2014, List.of(TalkAbout.BABIES), MIXED);
        Profile together = all.seenBy(true);
        assertThat(together.html()).isEmpty();
        assertThat(together.about()).isEmpty();
        assertThat(together.since()).isEqualTo(2014);
        assertThat(together.topics()).containsExactly(TalkAbout.BABIES);
        assertThat(all.seenBy(false).topics()).isEmpty();
        assertThat(all.seenBy(false).since()).isEqualTo(2014);
    }

    @Test
    void theSameWordsAreNoChangeAndTopicsComeFromTheListOfTheHouse() {
        List<TalkAbout> topics = TalkAbout.of(Set.of("teenagers", "babies", "rubbish"));
        assertThat(topics).containsExactly(TalkAbout.BABIES, TalkAbout.TEENAGERS);
        Profile said = saying("Words", 2014, topics, MIXED);
        assertThat(said.says(new Said("Words", 2014, topics, MIXED))).isTrue();
        assertThat(said.says(new Said("Words", 2014, topics, Shown.IN_GROUPS))).isFalse();
        assertThat(said.revision()).isEqualTo(1);
    }
}
