package hub.forum.groups;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says who can read a group in one sentence. The same stands in the header of the group, on each thread, and over the button that posts. */
@Component
public class GroupWords {
    private final MessageSource messages;

    GroupWords(MessageSource messages) {
        this.messages = messages;
    }

    public String readers(Group group) {
        if (group.privacy() == Group.Privacy.OPEN) {
            return say("groups.readers.open");
        }
        List<String> parts = new ArrayList<>();
        add(parts, "groups.readers.carers", group.readers().allCarers());
        add(parts, "groups.readers.liaisonWorkers", group.readers().liaisonWorkers());
        add(parts, "groups.readers.staff", group.readers().staff());
        return parts.isEmpty() ? say("groups.readers.nobody") : say("groups.readers.closed", listed(parts));
    }

    /** "9 carers, 1 liaison worker and 2 people from the fostering team". */
    private String listed(List<String> parts) {
        String last = parts.getLast();
        return parts.size() == 1
                ? last
                : say("groups.readers.and", String.join(", ", parts.subList(0, parts.size() - 1)), last);
    }

    private void add(List<String> parts, String key, int count) {
        if (count > 0) {
            parts.add(say(key, count));
        }
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }
}
