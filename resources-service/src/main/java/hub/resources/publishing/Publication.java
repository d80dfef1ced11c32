package hub.resources.publishing;

import hub.platform.calendar.WallTime;
import hub.platform.identity.Viewer;
import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import hub.resources.audiences.Audience;
import hub.resources.audiences.Audiences;
import hub.resources.readings.ToRead;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What staff publish. Its transitions refuse what does not fit its state.
 *
 * @param training for a training notice; null for the others
 * @param particulars of a guide, a campaign or a local offer; null for those stored before these were kept
 * @param address the end of its address, of a guide or a campaign that was published or is scheduled: it stays, whatever becomes of the title
 * @param timing when it is to appear and to go; null for those stored before this was kept
 * @param author the account of the editor who began it
 * @param formKey the key of the form that it was first sent with: one publication for each author and key
 * @param version 0 at first, raised by each change; whoever changes it says which one they saw
 * @param review the last one that was asked for; null if none was since it was last published
 * @param proposal a correction that waits for a second person, or was sent back; null for none
 * @param publishedAt when it was first published; a correction does not change it
 * @param correction the latest one
 * @param askedAt since when people are asked to say that they read it; null if they are not, and for those published before this was kept
 */
public record Publication(
        String id,
        Kind kind,
        State state,
        Audience audience,
        Words words,
        boolean mustRead,
        @Nullable TrainingFacts training,
        @Nullable Particulars particulars,
        @Nullable String address,
        @Nullable Timing timing,
        String author,
        String formKey,
        Instant createdAt,
        Change changed,
        long version,
        @Nullable Review review,
        @Nullable Proposal proposal,
        @Nullable Instant publishedAt,
        @Nullable Correction correction,
        @Nullable Instant askedAt) {

    /** Ends of addresses that are acts upon a publication, so that no title may turn into one. */
    private static final Set<String> ACTS = Set.of(
            "edit",
            "archive",
            "bring-back",
            "read",
            "readers",
            "review",
            "approve",
            "send-back",
            "take-back",
            "versions");

    /**
     * @param text Markdown as typed
     * @param html sanitised
     */
    public record Words(String title, String summary, String text, String html, int rendererVersion) {}

    /** @param key the form key it was sent with, so that the second tap finds its own first */
    public record Change(String by, Instant at, String key) {}

    /** @param what what changed, in a sentence for readers */
    public record Correction(Instant at, String what) {}

    /**
     * A correction of what is published, unseen by readers until a second person has approved it.
     *
     * @param what what changed, in a sentence for readers; may be empty if they see no difference
     */
    public record Proposal(Manuscript manuscript, String html, int rendererVersion, String what, Change change) {}

    public static Publication draft(
            String id, Kind kind, Manuscript manuscript, String html, int rendererVersion, Change first) {
        return new Publication(
                id,
                kind,
                State.DRAFT,
                manuscript.audience(),
                words(manuscript, html, rendererVersion),
                manuscript.mustRead(),
                manuscript.training(),
                manuscript.particulars(),
                null,
                manuscript.timing(),
                first.by(),
                first.key(),
                first.at(),
                first,
                0,
                null,
                null,
                null,
                null,
                null);
    }

    /** @throws Rejected {@code publishing.notADraft} unless it is one */
    public Publication revise(Manuscript manuscript, String html, int rendererVersion, Change change) {
        require(State.DRAFT, PublicationRefusal.NOT_A_DRAFT);
        return next().rewrite(manuscript, html, rendererVersion, change).build();
    }

    /**
     * Publishes it, or plans that for the moment that its writer named, if that is still to come.
     *
     * @throws Rejected {@code publishing.notADraft} unless it is one; {@code publishing.incomplete} while something is missing;
     *     {@code publishing.pastItsEnd} if it were to go by then
     */
    public Publication publish(Instant at) {
        require(State.DRAFT, PublicationRefusal.NOT_A_DRAFT);
        requireComplete(manuscript());
        return released(at).review(null).build();
    }

    private PublicationChange released(Instant at) {
        requireNotOver(timing(), at);
        Instant from = timing().from();
        return from != null && from.isAfter(at) ? next().state(State.SCHEDULED) : next().publish(at, mustRead);
    }

    /**
     * Asks a second person to look at it.
     *
     * @throws Rejected {@code publishing.notADraft} unless it is one; {@code publishing.incomplete} while something is missing
     */
    public Publication submit(String by, Instant at) {
        require(State.DRAFT, PublicationRefusal.NOT_A_DRAFT);
        requireComplete(manuscript());
        return next().state(State.IN_REVIEW).review(Review.asked(by, at)).build();
    }

    /**
     * A second person finds it right: it is published now or when its writer planned, or its correction is.
     *
     * @throws Rejected {@code publishing.notInReview} unless it waits for that; {@code publishing.ownText} if the words are their own;
     *     {@code publishing.pastItsEnd} if the end that its writer planned is over
     */
    public Publication approve(String by, Instant at) {
        Review asked = requireReview(by);
        Publication approved = proposal == null ? this : correctedAs(proposal, at);
        PublicationChange change = state == State.IN_REVIEW ? approved.released(at) : approved.next();
        return change.review(asked.approved(by, at)).proposal(null).raised().build();
    }

    /**
     * A second person gives it back to its writer.
     *
     * @param words to the writer
     * @throws Rejected {@code publishing.notInReview} unless it waits for that; {@code publishing.ownText} if the words are their own
     */
    public Publication sendBack(String words, String by, Instant at) {
        Review asked = requireReview(by);
        State back = state == State.IN_REVIEW ? State.DRAFT : state;
        return next().state(back).review(asked.sentBack(words, by, at)).raised().build();
    }

    /**
     * Its writers have another thought: what waits for review, or for its moment, is a draft again; a correction that waits is dropped.
     *
     * @throws Rejected {@code publishing.notWaiting} unless it waits
     */
    public Publication takeBack() {
        if (state != State.IN_REVIEW && state != State.SCHEDULED && proposal == null) {
            throw new Rejected(PublicationRefusal.NOT_WAITING);
        }
        State back = state == State.PUBLISHED ? State.PUBLISHED : State.DRAFT;
        return next().state(back).review(null).proposal(null).raised().build();
    }

    /** Its moment has come. @throws Rejected {@code publishing.notWaiting} unless it waits for it */
    Publication appear(Instant at) {
        require(State.SCHEDULED, PublicationRefusal.NOT_WAITING);
        return next().publish(at, mustRead).raised().build();
    }

    /**
     * Changes what readers have in front of them, and says so if they see a difference.
     *
     * @param what what changed, in a sentence for readers; empty if they see no difference
     * @throws Rejected {@code publishing.notPublished} unless it is; {@code publishing.incomplete} if something is missing then
     */
    public Publication correct(Manuscript manuscript, String html, int rendererVersion, Change change, String what) {
        require(State.PUBLISHED, PublicationRefusal.NOT_PUBLISHED);
        requireComplete(manuscript);
        return next().rewrite(manuscript, html, rendererVersion, change)
                .correction(what.isEmpty() ? correction : new Correction(change.at(), what))
                .proposal(null)
                .review(null)
                .build();
    }

    /** A correction that waits for a second person. @throws Rejected as {@link #correct} */
    public Publication propose(Proposal next) {
        require(State.PUBLISHED, PublicationRefusal.NOT_PUBLISHED);
        requireComplete(next.manuscript());
        Change change = next.change();
        return next().proposal(next)
                .changed(change)
                .review(Review.asked(change.by(), change.at()))
                .raised()
                .build();
    }

    private Publication correctedAs(Proposal approved, Instant at) {
        requireNotOver(approved.manuscript().timing(), at);
        Change change = new Change(approved.change().by(), at, approved.change().key());
        Publication corrected =
                correct(approved.manuscript(), approved.html(), approved.rendererVersion(), change, approved.what());
        return corrected.next().version(version).build();
    }

    /** @throws Rejected {@code publishing.archivedAlready} if it is */
    public Publication archive(Change change) {
        if (state == State.ARCHIVED) {
            throw new Rejected(PublicationRefusal.ARCHIVED_ALREADY);
        }
        return next().state(State.ARCHIVED)
                .changed(change)
                .review(null)
                .raised()
                .build();
    }

    /** As {@link #archive}, of a guide, with what its old address says. @param instead the slug of another guide, or empty; @param why or empty */
    public Publication end(String instead, String why, Change change) {
        Publication archived = archive(change);
        GuideFacts guide = particulars().guide();
        return guide == null
                ? archived
                : archived.next()
                        .particulars(Particulars.of(guide.ended(instead, why)))
                        .build();
    }

    /**
     * Back from where it was put away: what readers had seen they see again, with its end taken away if that is over; anything else is a draft.
     * A correction that waited is for its writers to go on with, as one that was sent back.
     *
     * @throws Rejected {@code publishing.notArchived} unless it was put away
     */
    public Publication bringBack(Change change) {
        require(State.ARCHIVED, PublicationRefusal.NOT_ARCHIVED);
        PublicationChange back = next().timing(timing().comingBack(change.at())).changed(change);
        GuideFacts guide = particulars().guide();
        if (guide != null) {
            back.particulars(Particulars.of(guide.ended("", "")));
        }
        return (publishedAt == null ? back.state(State.DRAFT) : back.publish(publishedAt, mustRead))
                .raised()
                .build();
    }

    /** Whether people are asked to say that they read it. Nobody is asked of what is public; of guides the library asks. */
    public boolean asks() {
        return state == State.PUBLISHED && kind != Kind.GUIDE && mustRead && audience != Audience.PUBLIC;
    }

    /** Whether this viewer is asked. */
    public boolean asks(Viewer viewer) {
        return asks() && toRead().asks(viewer);
    }

    /** As people are asked to read it; a correction asks nobody again. */
    public ToRead toRead() {
        return new ToRead("publishing", id, 1, words.title(), path(), audience, askedAt == null ? shownAt() : askedAt);
    }

    /** Whether it, or a correction of it, waits for a second person. */
    public boolean waits() {
        return review != null && review.open();
    }

    /** Whether these words may be approved by somebody: nobody approves what they began, changed last or asked for themselves. */
    public boolean mayBeReviewedBy(String account) {
        Review asked = review;
        boolean ofTheirs = (state == State.IN_REVIEW && author.equals(account))
                || changed.by().equals(account)
                || (asked != null && asked.askedBy().equals(account));
        return asked != null && asked.open() && !ofTheirs;
    }

    /** What a second person said to its writer; null for nothing, and once it went on. */
    public @Nullable Review sentBack() {
        return review != null && review.words() != null && (state == State.DRAFT || proposal != null) ? review : null;
    }

    /** Whether these words differ from what readers have in front of them: then they are told what changed. */
    public boolean readsOtherwise(Manuscript other) {
        return !manuscript().asRead().equals(other.asRead());
    }

    /** Whether it would be read by people who cannot read it now. */
    public boolean widenedBy(Manuscript other) {
        return state == State.PUBLISHED && Audiences.reachesBeyond(other.audience(), audience);
    }

    /** Whether this is what came of sending this form: the same person, key and words. */
    boolean cameOf(Manuscript sent, String by, String key) {
        Manuscript stored = proposal == null ? manuscript() : proposal.manuscript();
        return changed.by().equals(by) && changed.key().equals(key) && stored.equals(sent);
    }

    public Manuscript manuscript() {
        return new Manuscript(
                audience, words.title(), words.summary(), words.text(), mustRead, training, particulars(), timing());
    }

    /** What its writers go on with: a correction that waits or was sent back, else what it says. */
    public Manuscript toWorkOn() {
        return proposal == null ? manuscript() : proposal.manuscript();
    }

    @Override
    public Particulars particulars() {
        return particulars == null ? Particulars.NONE : particulars;
    }

    @Override
    public Timing timing() {
        return timing == null ? Timing.NONE : timing;
    }

    /** "Tuesday 3 June 2026, 9am"; empty unless a moment is planned. */
    public String appears() {
        return inFull(timing().from());
    }

    /** When it goes, by what its writers go on with, likewise; empty if it stays. */
    public String goes() {
        return inFull(toWorkOn().timing().until());
    }

    /** Whether a correction lets it stay that was to go. */
    public boolean staysAfterAll() {
        return timing().until() != null && toWorkOn().timing().until() == null;
    }

    private static String inFull(@Nullable Instant moment) {
        return moment == null ? "" : WallTime.at(moment).inFull();
    }

    public String title() {
        return words.title();
    }

    public String slug() {
        String slug = InputText.slug(words.title());
        return ACTS.contains(slug) ? slug + "-it" : slug;
    }

    /** Where it is read; what has a page of its own elsewhere is shown to editors among the news until it is published. */
    public String path() {
        String fixed = address;
        return switch (kind) {
            case NEWS, BEST_PRACTICE, BLOG, TRAINING_NOTICE -> kind.section() + "/" + id + "/" + slug();
            case GUIDE, CAMPAIGN ->
                state == State.PUBLISHED && fixed != null ? kind.section() + "/" + fixed : unpublished();
            case LOCAL_OFFER -> state == State.PUBLISHED ? kind.section() : unpublished();
        };
    }

    private String unpublished() {
        return Kind.NEWS.section() + "/" + id + "/" + slug();
    }

    public @Nullable Instant updatedAt() {
        return correction == null ? null : correction.at();
    }

    /** When it was published; for one that never was, when it was last changed. */
    public Instant shownAt() {
        return publishedAt == null ? changed.at() : publishedAt;
    }

    private PublicationChange next() {
        return new PublicationChange(this);
    }

    private void require(State needed, PublicationRefusal otherwise) {
        if (state != needed) {
            throw new Rejected(otherwise);
        }
    }

    private static void requireComplete(Manuscript manuscript) {
        if (!manuscript.complete()) {
            throw new Rejected(PublicationRefusal.INCOMPLETE);
        }
    }

    /** What is past its end would go as soon as people were asked to read it. */
    private static void requireNotOver(Timing timing, Instant at) {
        if (timing.over(at)) {
            throw new Rejected(PublicationRefusal.PAST_ITS_END);
        }
    }

    private Review requireReview(String by) {
        Review asked = review;
        if (asked == null || !asked.open()) {
            throw new Rejected(PublicationRefusal.NOT_IN_REVIEW);
        }
        if (!mayBeReviewedBy(by)) {
            throw new Rejected(PublicationRefusal.OWN_TEXT);
        }
        return asked;
    }

    static Words words(Manuscript manuscript, String html, int rendererVersion) {
        return new Words(manuscript.title(), manuscript.summary(), manuscript.text(), html, rendererVersion);
    }

    /** @throws NullPointerException unless this is a training notice */
    public TrainingFacts facts() {
        return Objects.requireNonNull(training, "a training notice has facts");
    }
}
