package hub.resources.publishing;

import hub.platform.text.InputText;
import hub.resources.audiences.Audience;
import hub.resources.publishing.Publication.Change;
import hub.resources.publishing.Publication.Correction;
import hub.resources.publishing.Publication.Proposal;
import hub.resources.publishing.Publication.Words;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The publication that comes of another by a change: what the change does not name stays as it is. */
final class PublicationChange {
    private final Publication before;
    private State state;
    private Audience audience;
    private Words words;
    private boolean mustRead;
    private @Nullable TrainingFacts training;
    private Particulars particulars;
    private @Nullable String address;
    private Timing timing;
    private Change changed;
    private long version;
    private @Nullable Review review;
    private @Nullable Proposal proposal;
    private @Nullable Instant publishedAt;
    private @Nullable Correction correction;
    private @Nullable Instant askedAt;

    PublicationChange(Publication before) {
        this.before = before;
        this.state = before.state();
        this.audience = before.audience();
        this.words = before.words();
        this.mustRead = before.mustRead();
        this.training = before.training();
        this.particulars = before.particulars();
        this.address = before.address();
        this.timing = before.timing();
        this.changed = before.changed();
        this.version = before.version();
        this.review = before.review();
        this.proposal = before.proposal();
        this.publishedAt = before.publishedAt();
        this.correction = before.correction();
        this.askedAt = before.askedAt();
    }

    /** Other words, which are the next version; whoever is asked to read it since before is not asked anew. */
    PublicationChange rewrite(Manuscript manuscript, String html, int rendererVersion, Change change) {
        audience = manuscript.audience();
        words = Publication.words(manuscript, html, rendererVersion);
        mustRead = manuscript.mustRead();
        training = manuscript.training();
        particulars = manuscript.particulars();
        timing = manuscript.timing();
        changed = change;
        if (!mustRead || state != State.PUBLISHED) {
            askedAt = null;
        } else if (askedAt == null) {
            askedAt = change.at();
        }
        return raised();
    }

    PublicationChange publish(Instant at, boolean asks) {
        state = State.PUBLISHED;
        settle();
        publishedAt = at;
        askedAt = asks ? at : null;
        return this;
    }

    PublicationChange state(State next) {
        state = next;
        if (next != State.PUBLISHED) {
            askedAt = null;
        }
        if (next == State.SCHEDULED) {
            settle();
        }
        return this;
    }

    private void settle() {
        if (address == null && before.kind().hasAddress()) {
            address = InputText.slug(words.title());
        }
    }

    PublicationChange particulars(Particulars next) {
        particulars = next;
        return this;
    }

    PublicationChange timing(Timing next) {
        timing = next;
        return this;
    }

    PublicationChange changed(Change change) {
        changed = change;
        return this;
    }

    PublicationChange review(@Nullable Review next) {
        review = next;
        return this;
    }

    PublicationChange proposal(@Nullable Proposal next) {
        proposal = next;
        return this;
    }

    PublicationChange correction(@Nullable Correction next) {
        correction = next;
        return this;
    }

    PublicationChange version(long next) {
        version = next;
        return this;
    }

    /** It is the next version. */
    PublicationChange raised() {
        version = version + 1;
        return this;
    }

    Publication build() {
        return new Publication(
                before.id(),
                before.kind(),
                state,
                audience,
                words,
                mustRead,
                training,
                particulars,
                address,
                timing,
                before.author(),
                before.formKey(),
                before.createdAt(),
                changed,
                version,
                review,
                proposal,
                publishedAt,
                correction,
                askedAt);
    }
}
