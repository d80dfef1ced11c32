package hub.resources.news.web;

import hub.platform.forms.Text;
import hub.platform.text.InputText;
import hub.resources.publishing.GuideFacts;

/**
 * What is said of a guide that is put away; both empty for all else.
 *
 * @param instead the guide that takes its place: its address, or the end of that
 * @param why it is withdrawn, in a sentence for readers
 */
record ArchiveForm(
        @Text(most = 200, message = "publishing.noSuchGuide")
        String instead,

        @Text(most = GuideFacts.LONGEST_WHY, message = "news.archive.why.long")
        String why) {
    ArchiveForm {
        instead = InputText.clean(instead);
        why = InputText.clean(why);
    }

    /** The end of the address. */
    String insteadSlug() {
        return instead.replaceFirst("[?#].*", "").replaceFirst("/+$", "").replaceFirst(".*/", "");
    }
}
