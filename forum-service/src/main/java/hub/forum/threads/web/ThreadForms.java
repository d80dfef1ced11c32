package hub.forum.threads.web;

import hub.forum.drafts.Draft;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.Post;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.forms.Unsent;
import hub.platform.guard.Careful;
import hub.platform.text.InputText;
import org.jspecify.annotations.Nullable;

/** What people send. */
final class ThreadForms {
    private ThreadForms() {}

    /** A new conversation. */
    record Start(
            String group,

            @Careful
            @Text(
                    least = DiscussionThread.SHORTEST_TITLE,
                    most = DiscussionThread.LONGEST_TITLE,
                    missing = "threads.title.tooShort",
                    message = "threads.title.tooLong")
            String title,

            @Careful
            @Text(least = 1, most = Post.LONGEST, missing = "threads.text.missing", message = "threads.text.tooLong")
            String text,

            String formKey,
            @Nullable String preview,
            @Nullable String keep)
            implements Unsent {
        Start {
            group = InputText.orEmpty(group);
            title = InputText.clean(title);
            text = InputText.cleanText(text);
            formKey = FormKey.orFresh(formKey);
        }

        static Start blank(String group) {
            return new Start(group, "", "", "", null, null);
        }

        /** With what was kept for later. */
        static Start of(Draft kept) {
            return new Start(kept.place().group(), kept.title(), kept.text(), "", null, null);
        }

        boolean previewing() {
            return preview != null;
        }

        /** Whether it is kept as a draft and not posted. */
        boolean keeping() {
            return keep != null;
        }

        @Override
        public boolean unsent() {
            return previewing() || keeping();
        }
    }

    /** A reply, to a post or to the thread. */
    record Reply(
            String parent,

            @Careful
            @Text(least = 1, most = Post.LONGEST, missing = "threads.text.missing", message = "threads.text.tooLong")
            String text,

            String formKey,
            @Nullable String preview,
            @Nullable String keep)
            implements Unsent {
        Reply {
            parent = InputText.orEmpty(parent);
            text = withRoomBelowAQuotation(text);
            formKey = FormKey.orFresh(formKey);
        }

        static Reply blank(String parent) {
            return new Reply(parent, "", "", null, null);
        }

        /** With what was kept for later. */
        static Reply of(Draft kept) {
            return new Reply(kept.place().parent(), kept.text(), "", null, null);
        }

        /** Else whoever quotes would go on writing in the quotation. */
        private static String withRoomBelowAQuotation(@Nullable String text) {
            String clean = InputText.cleanText(text);
            boolean quotation = clean.substring(clean.lastIndexOf('\n') + 1).startsWith(">");
            return quotation && text != null && text.endsWith("\n\n") ? clean + "\n\n" : clean;
        }

        /** With other words before these. */
        Reply after(String words) {
            return new Reply(parent, words + "\n\n" + text, formKey, null, null);
        }

        /** The same words for the thread as a whole, as the post that they answered is gone. */
        Reply toTheThread() {
            return new Reply("", text, formKey, null, null);
        }

        boolean previewing() {
            return preview != null;
        }

        /** Whether it is kept as a draft and not posted. */
        boolean keeping() {
            return keep != null;
        }

        @Override
        public boolean unsent() {
            return previewing() || keeping();
        }
    }

    /** One's own words, changed. The revision is the text's that was on the page. */
    record Edit(
            @Careful
            @Text(least = 1, most = Post.LONGEST, missing = "threads.text.missing", message = "threads.text.tooLong")
            String text,

            String revision,
            @Nullable String preview)
            implements Unsent {
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

        @Override
        public boolean unsent() {
            return previewing();
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

    /**
     * A reaction that is given or taken back: the slug of one.
     *
     * @param place which part of the conversation was open
     */
    record React(String give, String take, String place) {
        React {
            give = InputText.orEmpty(give);
            take = InputText.orEmpty(take);
            place = InputText.orEmpty(place);
        }
    }
}
