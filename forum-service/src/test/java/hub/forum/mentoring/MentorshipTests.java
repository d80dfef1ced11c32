package hub.forum.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.forum.mentoring.mentors.Mentor;
import hub.forum.mentoring.mentors.MentorRefusal;
import hub.forum.mentoring.mentors.Topic;
import hub.platform.refusals.Rejected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What may become of a mentorship, and of a mentor's places. */
class MentorshipTests {
    private static final Instant NOW = Instant.parse("2026-05-05T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(90_000);

    private final Mentorship asked = Mentorship.ask(
            "m", "amina", "home", "amina", new Mentorship.Wish(List.of(Topic.SCHOOL), "Somali"), List.of(), NOW);
    private final Mentorship proposed = asked.propose("dawn", LATER);

    @Test
    void itBeginsWhenBothHaveSaidYesInWhicheverOrder() {
        for (List<String> order : List.of(List.of("amina", "dawn"), List.of("dawn", "amina"))) {
            Mentorship one = proposed.accept(order.getFirst(), LATER);
            assertThat(one.state()).isEqualTo(Mentorship.State.PROPOSED);
            assertThat(one.waitsFor(order.getFirst())).isFalse();
            assertThat(one.accept(order.getFirst(), LATER)).isSameAs(one);
            Mentorship both = one.accept(order.getLast(), LATER);
            assertThat(both.active()).isTrue();
            assertThat(both.group()).isEqualTo("m");
            assertThat(both.accept("amina", LATER)).isSameAs(both);
        }
    }

    @Test
    void whoWasPassedOverIsRemembered() {
        Mentorship waits = proposed.passOver(Mentorship.Outcome.NO_ANSWER, LATER);
        assertThat(waits.state()).isEqualTo(Mentorship.State.REQUESTED);
        assertThat(waits.mentor()).isNull();
        assertThat(waits.before()).containsExactly(new Mentorship.Before("dawn", Mentorship.Outcome.NO_ANSWER, LATER));
        assertThatThrownBy(() -> waits.accept("amina", LATER)).isInstanceOf(Rejected.class);
    }

    @Test
    void whatHasNotBegunIsNotCompleted() {
        assertThatThrownBy(() -> asked.end(Mentorship.Ending.COMPLETED, NOW)).isInstanceOf(Rejected.class);
        Mentorship over = asked.end(Mentorship.Ending.WITHDRAWN, NOW);
        assertThat(over.openFor()).isNull();
        assertThatThrownBy(() -> over.end(Mentorship.Ending.WITHDRAWN, NOW)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> over.propose("dawn", NOW)).isInstanceOf(Rejected.class);
    }

    @Test
    void nobodyIsTheirOwnMentor() {
        assertThatThrownBy(() -> asked.propose("amina", NOW)).isInstanceOf(Rejected.class);
    }

    @Test
    void contactsAreInTheOrderOfTheirDays() {
        Mentorship active = proposed.accept("amina", LATER).accept("dawn", LATER);
        Contact second = new Contact(LocalDate.of(2026, 5, 9), Contact.Kind.CALL, 20);
        Contact first = new Contact(LocalDate.of(2026, 5, 7), Contact.Kind.VISIT, 60);
        assertThat(active.log(second).log(first).contacts()).containsExactly(first, second);
        assertThatThrownBy(() -> proposed.log(first)).isInstanceOf(Rejected.class);
    }

    @Test
    void aMentorNeverHoldsMorePlacesThanSheHas() {
        Mentor fresh = Mentor.begin("dawn", null, NOW);
        assertThatThrownBy(fresh::take)
                .satisfies(refusal -> assertThat(((Rejected) refusal).is(MentorRefusal.PAUSED))
                        .isTrue());
        Mentor two = fresh.describe(profile(), Set.of(Mentor.Attribute.TOPICS), 2, NOW);
        Mentor full = two.take().take();
        assertThatThrownBy(full::take)
                .satisfies(refusal ->
                        assertThat(((Rejected) refusal).is(MentorRefusal.FULL)).isTrue());
        assertThatThrownBy(() -> full.describe(profile(), Set.of(), 1, NOW)).isInstanceOf(Rejected.class);
        assertThat(full.release().free()).isEqualTo(1);
        assertThat(fresh.release().taken()).isZero();
    }

    @Test
    void aConsentKeepsItsDateUntilItIsTakenBack() {
        Mentor one = Mentor.begin("dawn", null, NOW).describe(profile(), Set.of(Mentor.Attribute.TOPICS), 1, NOW);
        Mentor more = one.describe(profile(), Set.of(Mentor.Attribute.TOPICS, Mentor.Attribute.LANGUAGES), 1, LATER);
        assertThat(more.shown())
                .containsEntry(Mentor.Attribute.TOPICS, NOW)
                .containsEntry(Mentor.Attribute.LANGUAGES, LATER);
        assertThat(more.describe(profile(), Set.of(), 1, LATER).shown()).isEqualTo(Map.of());
    }

    @Test
    void whatSpeaksForAndAgainstIsWhatBothSaid() {
        Mentor mentor = Mentor.begin("dawn", null, NOW).describe(profile(), Set.of(), 1, NOW);
        Matching.Candidate fits = Matching.candidate(mentor, asked, Set.of(), Set.of());
        assertThat(fits.topics()).containsExactly(Topic.SCHOOL);
        assertThat(fits.speaks()).isTrue();
        assertThat(fits.against()).isEmpty();
        Mentorship again = proposed.passOver(Mentorship.Outcome.SAID_NO, LATER);
        assertThat(Matching.candidate(mentor.take(), again, Set.of("dawn"), Set.of("dawn"))
                        .against())
                .containsExactly(
                        Matching.Against.FULL,
                        Matching.Against.SAME_HOUSEHOLD,
                        Matching.Against.SAME_GROUP,
                        Matching.Against.SAID_NO);
    }

    private static Mentor.Profile profile() {
        return new Mentor.Profile("Since 2011", List.of(Topic.SCHOOL), "English, somali", "Evenings");
    }
}
