package hub.resources.news.web;

import hub.platform.forms.Choice;
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
 * @param preview the text as it will look; null unless asked for
 * @param meanwhile what somebody else made of it since; null if nobody did
 * @param done the message key of what has just been done; null for nothing
 */
record EditPage(
        Kind kind,
        State state,
        String action,
        String version,
        String formKey,
        List<Choice> audiences,
        List<Choice> standards,
        @Nullable String preview,
        @Nullable Meanwhile meanwhile,
        @Nullable String done) {

    /** The form's fields in the order of the page, for the summary of errors. */
    public List<String> fields() {
        return PublicationForm.FIELDS;
    }

    /** @param by the name of who changed it */
    record Meanwhile(Publication now, String by, Moment at) {}

    /** A new one, not stored yet. */
    static EditPage fresh(Kind kind, PublicationForm form, EditOptions options) {
        return new EditPage(
                kind,
                State.DRAFT,
                "/news/new?kind=" + kind.slug(),
                "",
                form.formKey(),
                options.audiences(),
                options.standards(),
                null,
                null,
                null);
    }

    /** One that is stored. */
    static EditPage of(Publication publication, PublicationForm form, EditOptions options) {
        return new EditPage(
                publication.kind(),
                publication.state(),
                "/news/" + publication.id() + "/edit",
                form.version(),
                form.formKey(),
                options.audiences(),
                options.standards(),
                null,
                null,
                null);
    }

    EditPage withPreview(String html) {
        return new EditPage(kind, state, action, version, formKey, audiences, standards, html, meanwhile, done);
    }

    /** To be saved again over what the other has made, now that it was seen. */
    EditPage withMeanwhile(Meanwhile other, String freshKey) {
        return new EditPage(
                kind,
                state,
                action,
                Long.toString(other.now().version()),
                freshKey,
                audiences,
                standards,
                preview,
                other,
                done);
    }

    EditPage withDone(@Nullable String key) {
        return new EditPage(kind, state, action, version, formKey, audiences, standards, preview, meanwhile, key);
    }
}
