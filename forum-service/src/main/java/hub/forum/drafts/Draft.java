package hub.forum.drafts;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Words that somebody has not posted yet.
 *
 * @param id the writer and the place
 * @param title empty for a reply
 * @param formKey of the form in which they were typed; null in what was kept by an earlier version
 */
public record Draft(
        String id,
        String account,
        Place place,
        String title,
        String text,
        Instant changedAt,
        @Nullable String formKey) {

    public Draft {
        title = Objects.requireNonNullElse(title, "");
    }

    /**
     * Where they are to be posted.
     *
     * @param thread the conversation that is answered; empty for a new one in the group
     * @param parent the post that is answered; empty for the conversation as a whole
     */
    public record Place(String group, String thread, String parent) {
        public static Place start(String group) {
            return new Place(group, "", "");
        }

        public static Place reply(String group, String thread, String parent) {
            return new Place(group, thread, parent);
        }

        public boolean isReply() {
            return !thread.isEmpty();
        }

        /** A group's part is left out of a reply's, as its conversation says it. */
        String key() {
            return isReply() ? thread + ":" + parent : group;
        }
    }

    /** Whether what was posted is what was kept here: it came with the same form, or has all these words. Another form's words of the same place are another draft. */
    boolean isIn(String postedTitle, String postedText, String postedWith) {
        return postedWith.equals(formKey) || (postedTitle.equals(title) && postedText.startsWith(text));
    }

    static String id(String account, Place place) {
        return account + ":" + place.key();
    }
}
