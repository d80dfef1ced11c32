package hub.forum.threads.web;

import hub.forum.threads.DiscussionThread;
import hub.platform.forms.Checked;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.guard.Careful;
import hub.platform.text.InputText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What those who moderate send to put something elsewhere. Its author and the audit log are told the reason. */
final class MoveForms {
    private MoveForms() {}

    /**
     * A conversation into another place.
     *
     * @param to the group's id
     * @param sure whether it was understood that others read it there
     */
    record Move(
            @Text(least = 1, most = 40, missing = "threads.moves.to.missing", message = "threads.moves.to.missing")
            String to,

            @Text(least = 3, most = 500, missing = "threads.reason.missing", message = "threads.reason.tooLong")
            String reason,

            @Nullable Boolean sure)
            implements Checked {
        Move {
            to = InputText.clean(to);
            reason = InputText.clean(reason);
        }

        static Move blank() {
            return new Move("", "", false);
        }

        @Override
        public void check(Errors errors) {
            if (!Boolean.TRUE.equals(sure)) {
                errors.rejectValue("sure", "threads.moves.sure.missing");
            }
        }
    }

    /**
     * Two conversations of one place into one.
     *
     * @param other its id
     */
    record Merge(
            @Text(
                    least = 1,
                    most = 40,
                    missing = "threads.moves.other.missing",
                    message = "threads.moves.other.missing")
            String other,

            @Text(least = 3, most = 500, missing = "threads.reason.missing", message = "threads.reason.tooLong")
            String reason) {
        Merge {
            other = InputText.clean(other);
            reason = InputText.clean(reason);
        }

        static Merge blank() {
            return new Merge("", "");
        }
    }

    /**
     * Posts out of a conversation.
     *
     * @param posts their ids
     */
    record Split(
            List<String> posts,

            @Careful
            @Text(
                    least = DiscussionThread.SHORTEST_TITLE,
                    most = DiscussionThread.LONGEST_TITLE,
                    missing = "threads.title.tooShort",
                    message = "threads.title.tooLong")
            String title,

            @Text(least = 3, most = 500, missing = "threads.reason.missing", message = "threads.reason.tooLong")
            String reason,

            String formKey) {
        Split {
            posts = List.copyOf(Objects.requireNonNullElse(posts, List.of()));
            title = InputText.clean(title);
            reason = InputText.clean(reason);
            formKey = FormKey.orFresh(formKey);
        }

        static Split of(List<String> posts) {
            return new Split(posts, "", "", "");
        }
    }
}
