package hub.forum.meetings.web;

import hub.forum.meetings.Reply;
import hub.platform.forms.Checked;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What somebody answers.
 *
 * @param answer the button that was pressed: going or no
 * @param adults how many come, whoever answers included; a number
 * @param children a number; nothing else is said of them
 * @param remind as in {@link Reply.Reminder}, in small letters
 * @param account for whom it is; empty for whoever sends it
 * @param q how the name of somebody begins who is looked for
 */
record ReplyForm(String answer, String adults, String children, Set<String> remind, String account, String q)
        implements Checked {
    private static final String GOING = "going";

    ReplyForm {
        answer = InputText.clean(answer);
        adults = InputText.clean(adults);
        children = InputText.clean(children);
        remind = remind == null ? Set.of() : Set.copyOf(remind);
        account = InputText.orEmpty(account);
        q = InputText.clean(q);
    }

    /** @param before what was answered; null for nothing */
    static ReplyForm of(@Nullable Reply before) {
        return before == null
                ? new ReplyForm("", "1", "0", Set.of("day"), "", "")
                : new ReplyForm(
                        "",
                        Integer.toString(before.adults()),
                        Integer.toString(before.children()),
                        before.reminders().stream().map(Slug::slug).collect(Collectors.toSet()),
                        "",
                        "");
    }

    /** For somebody who is looked for. */
    static ReplyForm seeking(ReplyForm sent) {
        return new ReplyForm("", "1", "0", Set.of(), sent.account(), sent.q());
    }

    boolean seeks() {
        return InputText.length(q) >= 2 && InputText.length(q) <= 60;
    }

    @Override
    public void check(Errors errors) {
        if (!answer.equals(GOING) && !answer.equals("no")) {
            errors.rejectValue("answer", "meetings.reply.missing");
        }
        if (answer.equals(GOING) && !within(adults, 1)) {
            errors.rejectValue("adults", "meetings.reply.adults.wrong");
        }
        if (answer.equals(GOING) && !children.isEmpty() && !within(children, 0)) {
            errors.rejectValue("children", "meetings.reply.children.wrong");
        }
    }

    private static boolean within(String typed, int least) {
        int number = InputText.number(typed);
        return number >= least && number <= Reply.MOST;
    }

    /** Of a form without mistakes. Whoever cannot come is one person. */
    Reply.Wish wish() {
        boolean going = answer.equals(GOING);
        Set<Reply.Reminder> reminders = Arrays.stream(Reply.Reminder.values())
                .filter(reminder -> remind.contains(reminder.slug()))
                .collect(Collectors.toSet());
        return new Reply.Wish(
                going,
                going ? InputText.number(adults) : 1,
                going && !children.isEmpty() ? InputText.number(children) : 0,
                reminders);
    }
}
