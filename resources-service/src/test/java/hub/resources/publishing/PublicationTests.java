package hub.resources.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.platform.refusals.Rejected;
import hub.resources.audiences.Audience;
import hub.resources.publishing.Publication.Change;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublicationTests {
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T09:00:00Z");
    private static final Manuscript COFFEE =
            new Manuscript(Audience.CARERS, "Coffee mornings", "Drop in.", "There is **tea**.", false, null);
    private static final Manuscript TEA =
            new Manuscript(Audience.PUBLIC, "Tea mornings", "Drop in.", "There is coffee.", true, null);

    @Test
    void aDraftIsWorkedOnAndThenPublished() {
        Publication draft = draft(COFFEE).revise(TEA, "<p>c</p>", 1, change(TUESDAY));
        assertThat(draft.state()).isEqualTo(State.DRAFT);
        assertThat(draft.publishedAt()).isNull();

        Publication published = draft.publish(TUESDAY);
        assertThat(published.state()).isEqualTo(State.PUBLISHED);
        assertThat(published.publishedAt()).isEqualTo(TUESDAY);
        assertThat(published.manuscript()).isEqualTo(TEA);
        assertThat(published.version()).isEqualTo(1);
    }

    @Test
    void aCorrectionSaysWhatChangedAndKeepsTheDayOfPublication() {
        Publication corrected =
                draft(COFFEE).publish(MONDAY).correct(TEA, "<p>c</p>", 1, change(TUESDAY), "It is tea.");
        assertThat(corrected.publishedAt()).isEqualTo(MONDAY);
        assertThat(corrected.updatedAt()).isEqualTo(TUESDAY);
        assertThat(corrected.correction()).isEqualTo(new Publication.Correction(TUESDAY, "It is tea."));
        assertThat(corrected.title()).isEqualTo("Tea mornings");
    }

    @Test
    void whatIsPublishedCannotBeChangedInSilenceOrPublishedAgain() {
        Publication published = draft(COFFEE).publish(MONDAY);
        assertRefused("publishing.notADraft", () -> published.revise(TEA, "", 1, change(TUESDAY)));
        assertRefused("publishing.notADraft", () -> published.publish(TUESDAY));
    }

    @Test
    void whatIsPutAwayStaysAway() {
        Publication archived = draft(COFFEE).publish(MONDAY).archive(change(TUESDAY));
        assertThat(archived.state()).isEqualTo(State.ARCHIVED);
        assertRefused("publishing.notADraft", () -> archived.revise(TEA, "", 1, change(TUESDAY)));
        assertRefused("publishing.notADraft", () -> archived.publish(TUESDAY));
        assertRefused("publishing.notPublished", () -> archived.correct(TEA, "", 1, change(TUESDAY), "It is tea."));
        assertRefused("publishing.archivedAlready", () -> archived.archive(change(TUESDAY)));
    }

    @Test
    void whatWasPutAwayComesBackAsItWas() {
        Publication published = draft(COFFEE).publish(MONDAY);
        Publication back = published.archive(change(TUESDAY)).bringBack(change(TUESDAY));
        assertThat(back.state()).isEqualTo(State.PUBLISHED);
        assertThat(back.publishedAt()).isEqualTo(MONDAY);
        assertThat(draft(COFFEE)
                        .archive(change(TUESDAY))
                        .bringBack(change(TUESDAY))
                        .state())
                .isEqualTo(State.DRAFT);
        assertRefused("publishing.notArchived", () -> published.bringBack(change(TUESDAY)));
    }

    @Test
    void anEndThatIsOverDoesNotTakeAwayAgainWhatIsBroughtBack() {
        Publication ended = draft(timed(null, TUESDAY)).publish(MONDAY).archive(change(TUESDAY));
        assertThat(ended.bringBack(change(TUESDAY)).timing()).isEqualTo(Timing.NONE);
        Publication early = draft(timed(null, TUESDAY)).publish(MONDAY).archive(change(MONDAY));
        assertThat(early.bringBack(change(MONDAY)).timing().until()).isEqualTo(TUESDAY);
    }

    @Test
    void whatHasAMomentToComeWaitsForIt() {
        Publication scheduled = draft(timed(TUESDAY, null)).publish(MONDAY);
        assertThat(scheduled.state()).isEqualTo(State.SCHEDULED);
        assertThat(scheduled.publishedAt()).isNull();
        assertThat(scheduled.appears()).isEqualTo("Tuesday 24 November 2026, 9am");
        Publication appeared = scheduled.appear(TUESDAY);
        assertThat(appeared.state()).isEqualTo(State.PUBLISHED);
        assertThat(appeared.publishedAt()).isEqualTo(TUESDAY);
        assertThat(scheduled.takeBack().state()).isEqualTo(State.DRAFT);
        assertThat(draft(timed(MONDAY, null)).publish(TUESDAY).state()).isEqualTo(State.PUBLISHED);
    }

    @Test
    void nobodyApprovesTheirOwnWords() {
        Publication asked = draft(COFFEE).submit("helen", MONDAY);
        assertThat(asked.state()).isEqualTo(State.IN_REVIEW);
        assertRefused("publishing.ownText", () -> asked.approve("helen", TUESDAY));
        assertThat(asked.approve("priya", TUESDAY).state()).isEqualTo(State.PUBLISHED);

        Publication helped = draft(COFFEE)
                .revise(TEA, "", 1, new Change("priya", MONDAY, "key"))
                .submit("priya", MONDAY);
        assertRefused("publishing.ownText", () -> helped.approve("helen", TUESDAY));
        assertRefused("publishing.ownText", () -> helped.sendBack("No", "priya", TUESDAY));
        assertRefused("publishing.notInReview", () -> draft(COFFEE).approve("priya", TUESDAY));
    }

    @Test
    void whatIsSentBackIsADraftWithWords() {
        Publication back = draft(COFFEE).submit("helen", MONDAY).sendBack("Say where.", "priya", TUESDAY);
        assertThat(back.state()).isEqualTo(State.DRAFT);
        Review words = back.sentBack();
        assertThat(words).isNotNull();
        assertThat(words.words()).isEqualTo("Say where.");
        assertThat(back.submit("helen", TUESDAY).sentBack()).isNull();
    }

    @Test
    void anApprovedTextWaitsForItsMoment() {
        Publication asked = draft(timed(TUESDAY, null)).submit("helen", MONDAY);
        assertThat(asked.approve("priya", MONDAY).state()).isEqualTo(State.SCHEDULED);
        assertThat(asked.approve("priya", TUESDAY).state()).isEqualTo(State.PUBLISHED);
    }

    @Test
    void whatIsPastItsEndIsNotPublished() {
        assertRefused("publishing.pastItsEnd", () -> draft(timed(null, TUESDAY)).publish(TUESDAY));
        Publication asked = draft(timed(null, TUESDAY)).submit("helen", MONDAY);
        assertRefused("publishing.pastItsEnd", () -> asked.approve("priya", TUESDAY));
        assertThat(asked.approve("priya", MONDAY).state()).isEqualTo(State.PUBLISHED);

        Publication proposed = draft(COFFEE)
                .publish(MONDAY)
                .propose(new Publication.Proposal(timed(null, TUESDAY), "<p>c</p>", 1, "", change(MONDAY)));
        assertRefused("publishing.pastItsEnd", () -> proposed.approve("priya", TUESDAY));
        assertThat(proposed.sendBack("Choose a later time.", "priya", TUESDAY).toWorkOn())
                .isEqualTo(timed(null, TUESDAY));
    }

    @Test
    void aCorrectionThatWaitsChangesNothingUntilItIsApproved() {
        Publication proposed = draft(COFFEE)
                .publish(MONDAY)
                .propose(new Publication.Proposal(TEA, "<p>c</p>", 1, "It is tea.", change(TUESDAY)));
        assertThat(proposed.title()).isEqualTo("Coffee mornings");
        assertThat(proposed.state()).isEqualTo(State.PUBLISHED);
        assertRefused("publishing.ownText", () -> proposed.approve("helen", TUESDAY));

        Publication back = proposed.sendBack("Which tea?", "priya", TUESDAY);
        assertThat(back.title()).isEqualTo("Coffee mornings");
        assertThat(back.toWorkOn()).isEqualTo(TEA);

        Publication approved = proposed.approve("priya", TUESDAY);
        assertThat(approved.title()).isEqualTo("Tea mornings");
        assertThat(approved.correction()).isEqualTo(new Publication.Correction(TUESDAY, "It is tea."));
        assertThat(approved.proposal()).isNull();
        assertThat(approved.version()).isEqualTo(proposed.version() + 1);
        assertThat(proposed.takeBack().toWorkOn()).isEqualTo(COFFEE);
    }

    @Test
    void aCorrectionThatWaitedWhenItsTextWasPutAwayComesBackWithIt() {
        Publication back = draft(COFFEE)
                .publish(MONDAY)
                .propose(new Publication.Proposal(TEA, "<p>c</p>", 1, "It is tea.", change(MONDAY)))
                .archive(change(TUESDAY))
                .bringBack(change(TUESDAY));
        assertThat(back.state()).isEqualTo(State.PUBLISHED);
        assertThat(back.title()).isEqualTo("Coffee mornings");
        assertThat(back.toWorkOn()).isEqualTo(TEA);
        assertThat(back.waits()).isFalse();
    }

    @Test
    void readersAreToldOfWhatTheySeeAndOfNothingElse() {
        Publication published = draft(COFFEE).publish(MONDAY);
        assertThat(published.readsOtherwise(TEA)).isTrue();
        assertThat(published.readsOtherwise(timed(null, TUESDAY))).isFalse();
        assertThat(published.widenedBy(TEA)).isTrue();
        assertThat(published.widenedBy(COFFEE)).isFalse();
        Publication kept = published.correct(timed(null, TUESDAY), "", 1, change(TUESDAY), "");
        assertThat(kept.correction()).isNull();
    }

    private static Manuscript timed(@Nullable Instant from, @Nullable Instant until) {
        return new Manuscript(
                COFFEE.audience(),
                COFFEE.title(),
                COFFEE.summary(),
                COFFEE.text(),
                COFFEE.mustRead(),
                null,
                Particulars.NONE,
                new Timing(from, until));
    }

    @Test
    void aDraftThatCameToNothingCanBePutAway() {
        assertThat(draft(COFFEE).archive(change(TUESDAY)).state()).isEqualTo(State.ARCHIVED);
    }

    @Test
    void nothingIsPublishedWithoutWhatReadersNeed() {
        Manuscript noText = new Manuscript(Audience.CARERS, "Coffee mornings", "Drop in.", "", false, null);
        assertRefused("publishing.incomplete", () -> draft(noText).publish(MONDAY));
        assertRefused(
                "publishing.incomplete",
                () -> draft(COFFEE).publish(MONDAY).correct(noText, "", 1, change(TUESDAY), "It is shorter."));
    }

    @Test
    void trainingIsNotPublishedWithoutWhenWhereAndHowToBook() {
        assertRefused(
                "publishing.incomplete",
                () -> training(null, null, "Elm Lane", "Ring us").publish(MONDAY));
        assertRefused(
                "publishing.incomplete",
                () -> training(MONDAY, TUESDAY, "", "Ring us").publish(MONDAY));
        assertRefused(
                "publishing.incomplete",
                () -> training(MONDAY, TUESDAY, "Elm Lane", "").publish(MONDAY));
        assertRefused(
                "publishing.incomplete",
                () -> training(TUESDAY, MONDAY, "Elm Lane", "Ring us").publish(MONDAY));
        assertThat(training(MONDAY, TUESDAY, "Elm Lane", "Ring us")
                        .publish(MONDAY)
                        .state())
                .isEqualTo(State.PUBLISHED);
    }

    @Test
    void noTitleTurnsIntoAnActUponIt() {
        Manuscript edit = new Manuscript(Audience.CARERS, "Edit!", "Drop in.", "Tea.", false, null);
        assertThat(draft(edit).path()).isEqualTo("/news/0123456789ab/edit-it");
        assertThat(draft(COFFEE).path()).isEqualTo("/news/0123456789ab/coffee-mornings");
    }

    private static Publication draft(Manuscript manuscript) {
        Kind kind = manuscript.training() == null ? Kind.NEWS : Kind.TRAINING_NOTICE;
        return Publication.draft("0123456789ab", kind, manuscript, "<p></p>", 1, change(MONDAY));
    }

    private static Publication training(Instant starts, Instant ends, String venue, String book) {
        TrainingFacts facts = new TrainingFacts(starts, ends, venue, "", "", "", null, null, List.of(), "", book);
        return draft(new Manuscript(Audience.CARERS, "First aid", "Practise.", "Mats.", false, facts));
    }

    private static Change change(Instant at) {
        return new Change("helen", at, "key");
    }

    private static void assertRefused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(key));
    }
}
