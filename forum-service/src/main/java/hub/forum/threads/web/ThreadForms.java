package hub.forum.threads.web;

import hub.forum.threads.DiscussionThread;
import hub.forum.threads.Post;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.text.InputText;
import org.jspecify.annotations.Nullable;

/** What people send. */
final class ThreadForms {
    private ThreadForms() {}

    /** A new conversation. */
    record Start(
            String group,

            @Text(
                    least = DiscussionThread.SHORTEST_TITLE,
                    most = DiscussionThread.LONGEST_TITLE,
                    missing = "threads.title.tooShort",
                    message = "threads.title.tooLong")
            String title,

            @Text(least = 1, most = Post.LONGEST, missing = "threads.text.missing", message = "threads.text.tooLong")
            String text,

            String formKey,
            @Nullable String preview) {
        Start {
            group = InputText.orEmpty(group);
            title = InputText.clean(title);
            text = InputText.cleanText(text);
            formKey = FormKey.orFresh(formKey);
        }

        static Start blank(String group) {
            return new Start(group, "", "", "", null);
        }

        boolean previewing() {
            return preview != null;
        }
    }

    /** A reply, to a post or to the thread. */
    record Reply(
            String parent,

            @Text(least = 1, most = Post.LONGEST, missing = "threads.text.missing", message = "threads.text.tooLong")
            String text,

            String formKey,
            @Nullable String preview) {
        Reply {
            parent = InputText.orEmpty(parent);
            text = InputText.cleanText(text);
            formKey = FormKey.orFresh(formKey);
        }

        static Reply blank(String parent) {
            return new Reply(parent, "", "", null);
        }

        /** The same words for the thread as a whole, as the post that they answered is gone. */
        Reply toTheThread() {
            return new Reply("", text, formKey, null);
        }

        boolean previewing() {
            return preview != null;
        }
    }

    /** One's own words, changed. The revision is the text's that was on the page. */
    record Edit(
            @Text(least = 1, most = Post.LONGEST, missing = "threads.text.missing", message = "threads.text.tooLong")
            String text,

            String revision,
            @Nullable String preview) {
        Edit {
            text = InputText.cleanText(text);
            revision = InputText.clean(revision);
        }

        static Edit of(String text, int revision) {
            return new Edit(text, Integer.toString(revision), null);
        }

        boolean previewing() {
            return preview != null;
        }

        /** -1 if what was sent is no number. */
        int seen() {
            return InputText.number(revision);
        }
    }

    /** Why a moderator acts; readers or the author see it. */
    record Reason(
            @Text(least = 3, most = 500, missing = "threads.reason.missing", message = "threads.reason.tooLong")
            String reason) {
        Reason {
            reason = InputText.clean(reason);
        }

        static Reason blank() {
            return new Reason("");
        }
    }
}
