package hub.resources.news.web;

import hub.platform.text.WordChanges;
import hub.platform.time.Moment;
import hub.resources.publishing.Kind;
import hub.resources.publishing.Publication;
import hub.resources.publishing.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a publication, and what stands around it.
 *
 * @param action where it is sent
 * @param version hidden in the form: of what the editor has seen
 * @param around what is around it
 */
record EditPage(
        Kind kind,
        State state,
        String action,
        String version,
        String formKey,
        EditOptions.Offered offered,
        Around around) {

    /**
     * What stands around the form.
     *
     * @param preview the text as it will look; null unless asked for
     * @param meanwhile what somebody else made of it since; null if nobody did
     * @param sentBack what a second person said; null for nothing
     * @param restored the number of the version whose words are in the form; null for the latest
     * @param unseen whether the words in the form are those of a correction that readers do not see
     * @param done the message key of what has just been done; null for nothing
     */
    record Around(
            @Nullable String preview,
            @Nullable Meanwhile meanwhile,
            @Nullable SentBack sentBack,
            @Nullable Long restored,
            boolean unseen,
            @Nullable String done) {
        static final Around NOTHING = new Around(null, null, null, null, false, null);

        Around withPreview(String html) {
            return new Around(html, meanwhile, sentBack, restored, unseen, done);
        }

        Around withMeanwhile(Meanwhile other) {
            return new Around(preview, other, sentBack, restored, unseen, done);
        }
    }

    /** The form's fields in the order of the page, for the summary of errors. */
    public List<String> fields() {
        return PublicationForm.FIELDS;
    }

    /** @param by the name of who changed it; @param changes from their words to those in the form */
    record Meanwhile(Publication now, String by, Moment at, List<WordChanges.Piece> changes) {}

    /** @param by the name of who sent it back */
    record SentBack(String words, String by) {}

    /** A new one, not stored yet. */
    static EditPage fresh(Kind kind, PublicationForm form, EditOptions options) {
        return new EditPage(
                kind,
                State.DRAFT,
                "/news/new?kind=" + kind.slug(),
                "",
                form.formKey(),
                options.offered(kind, form, null),
                Around.NOTHING);
    }

    /** One that is stored. */
    static EditPage of(Publication publication, PublicationForm form, EditOptions options) {
        return new EditPage(
                publication.kind(),
                publication.state(),
                "/news/" + publication.id() + "/edit",
                form.version(),
                form.formKey(),
                options.offered(publication.kind(), form, publication),
                Around.NOTHING);
    }

    EditPage with(Around other) {
        return new EditPage(kind, state, action, version, formKey, offered, other);
    }

    /** To be saved as a change of this version. */
    EditPage seen(long other) {
        return new EditPage(kind, state, action, Long.toString(other), formKey, offered, around);
    }

    /** To be saved again over what the other has made, now that it was seen. */
    EditPage withMeanwhile(Meanwhile other, String freshKey) {
        return new EditPage(
                kind,
                state,
                action,
                Long.toString(other.now().version()),
                freshKey,
                offered,
                around.withMeanwhile(other));
    }
}
