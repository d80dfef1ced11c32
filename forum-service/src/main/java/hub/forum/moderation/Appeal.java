package hub.forum.moderation;

import hub.platform.mongo.Ids;
import hub.platform.refusals.Rejected;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * That the author of a post that was hidden or refused, or somebody about whom a moderator acted, asks for another look. Somebody else than whoever did it decides. Source of the rule: complaints must be answered fairly, Online Safety Act 2023, section 21.
 *
 * @param id of the post and the moment at which it was hidden, or of the act: of each there is one appeal
 * @param reference what people can say on the telephone: "A-4F7K2"
 * @param post null if it is about an act, as are its thread and group
 * @param act what a moderator did about the person; null if it is about a post
 * @param author the account of whoever asks
 * @param hiddenBy the account of whoever hid it, or acted
 * @param byModerator whether that was a moderator: then moderators alone decide
 * @param reason why, as its author was told
 * @param words of the author; may be empty
 * @param open until it is decided
 * @param decision null until then
 */
public record Appeal(
        String id,
        String reference,
        @Nullable String post,
        @Nullable String thread,
        @Nullable String group,
        @Nullable String act,
        String author,
        String hiddenBy,
        boolean byModerator,
        String reason,
        String words,
        Instant at,
        boolean open,
        @Nullable Decision decision) {
    public static final int LONGEST_WORDS = 1_000;

    /**
     * @param upheld whether the post is shown again, or the act lifted
     * @param note what the author is told
     */
    public record Decision(boolean upheld, String by, Instant at, String note) {}

    static String idOf(String post, Instant hiddenAt) {
        return Ids.of("appeal of " + post + " hidden at " + hiddenAt);
    }

    static String idOf(PersonAct act) {
        return Ids.of("appeal of act " + act.id());
    }

    static String referenceOf(String id) {
        return "A-" + id.substring(0, 5).toUpperCase(Locale.ROOT);
    }

    /** @throws Rejected if it is decided */
    Appeal decided(Decision decided) {
        if (!open) {
            throw new Rejected(ReportRefusal.APPEAL_DECIDED);
        }
        return new Appeal(
                id,
                reference,
                post,
                thread,
                group,
                act,
                author,
                hiddenBy,
                byModerator,
                reason,
                words,
                at,
                false,
                decided);
    }
}
