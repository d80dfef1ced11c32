package hub.resources.news.web;

import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.guard.Careful;
import hub.platform.text.InputText;
import hub.resources.publishing.Publication;
import hub.resources.publishing.Review;
import org.jspecify.annotations.Nullable;

/**
 * What a second person says to the writer.
 *
 * @param version of what they have looked at
 */
record ReviewForm(
        @Careful(kept = false)
        @Text(
                least = 3,
                most = Review.LONGEST_WORDS,
                missing = "news.review.words.missing",
                message = "news.review.words.long")
        String words,

        String version,
        String formKey) {

    ReviewForm {
        words = InputText.cleanText(words).strip();
        version = InputText.clean(version);
        formKey = FormKey.orFresh(formKey);
    }

    static ReviewForm of(Publication publication) {
        return new ReviewForm("", Long.toString(publication.version()), "");
    }

    long seen() {
        return seen(version);
    }

    /** -1, which no publication has, if a form does not say. */
    static long seen(@Nullable String version) {
        return version != null && version.matches("[0-9]{1,9}") ? Long.parseLong(version) : -1;
    }
}
