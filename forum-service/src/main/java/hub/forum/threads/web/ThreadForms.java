package hub.forum.threads.web;

import hub.forum.threads.DiscussionThread;
import hub.forum.threads.Post;
import hub.platform.text.Lines;
import hub.platform.web.FormKey;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** What people send, and what is wrong with it. */
final class ThreadForms {
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 500;

    private ThreadForms() {}

    // A field that was not sent arrives as null, whatever the component's type says: each record puts that right first.

    /** A new conversation. */
    record Start(
            String group,
            String title,
            String text,
            String formKey,
            @Nullable String preview) {
        Start {
            group = orEmpty(group);
            title = Lines.clean(orEmpty(title));
            text = Lines.cleanText(orEmpty(text));
            formKey = FormKey.orFresh(orEmpty(formKey));
        }

        boolean previewing() {
            return preview != null;
        }

        void check(BindingResult errors) {
            int length = Lines.length(title);
            if (length < DiscussionThread.SHORTEST_TITLE) {
                errors.rejectValue("title", "threads.title.tooShort");
            } else if (length > DiscussionThread.LONGEST_TITLE) {
                errors.rejectValue("title", "threads.title.tooLong", new Object[] {length}, null);
            }
            checkText(text, errors);
        }
    }

    /** A reply, to a post or to the thread. */
    record Reply(
            String parent,
            String text,
            String formKey,
            @Nullable String preview) {
        Reply {
            parent = orEmpty(parent);
            text = Lines.cleanText(orEmpty(text));
            formKey = FormKey.orFresh(orEmpty(formKey));
        }

        boolean previewing() {
            return preview != null;
        }

        static Reply blank(String parent) {
            return new Reply(parent, "", FormKey.fresh(), null);
        }

        void check(BindingResult errors) {
            checkText(text, errors);
        }
    }

    /** One's own words, changed. The revision is the text's that was on the page. */
    record Edit(String text, String revision, @Nullable String preview) {
        Edit {
            text = Lines.cleanText(orEmpty(text));
            revision = orEmpty(revision);
        }

        static Edit of(String text, int revision) {
            return new Edit(text, Integer.toString(revision), null);
        }

        boolean previewing() {
            return preview != null;
        }

        /** -1 if what was sent is no number. */
        int number() {
            try {
                return Integer.parseInt(revision);
            } catch (NumberFormatException e) {
                return -1;
            }
        }

        void check(BindingResult errors) {
            checkText(text, errors);
        }
    }

    /** Why a moderator acts; readers or the author see it. */
    record Reason(String reason) {
        Reason {
            reason = Lines.clean(orEmpty(reason));
        }

        void check(BindingResult errors) {
            int length = Lines.length(reason);
            if (length < SHORTEST_REASON) {
                errors.rejectValue("reason", "threads.reason.missing");
            } else if (length > LONGEST_REASON) {
                errors.rejectValue("reason", "threads.reason.tooLong", new Object[] {length}, null);
            }
        }
    }

    private static void checkText(String text, BindingResult errors) {
        int length = Lines.length(text);
        if (text.isBlank()) {
            errors.rejectValue("text", "threads.text.missing");
        } else if (length > Post.LONGEST) {
            errors.rejectValue("text", "threads.text.tooLong", new Object[] {length}, null);
        }
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
