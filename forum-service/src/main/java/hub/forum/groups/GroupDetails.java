package hub.forum.groups;

import hub.platform.identity.Rejected;
import hub.platform.text.Lines;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator says of a group, cleaned and not yet known to be right.
 *
 * @param name 3 to 80 characters
 * @param area 1 to 80 characters
 * @param purpose 1 to 500 characters
 * @param venue where a community cluster meets, to 200 characters; null for other kinds, or if not known yet
 * @param agreement Markdown, 1 to 10,000 characters; empty for a board
 */
public record GroupDetails(
        String name,
        Group.Kind kind,
        Group.Privacy privacy,
        String area,
        String purpose,
        @Nullable String venue,
        String agreement) {

    /** What is wrong with one of them. */
    public record Mistake(String field, String messageKey) {}

    public static GroupDetails clean(
            String name,
            Group.Kind kind,
            Group.Privacy privacy,
            String area,
            String purpose,
            String venue,
            String agreement) {
        String place = Lines.clean(venue);
        return new GroupDetails(
                Lines.clean(name),
                kind,
                privacy,
                Lines.clean(area),
                Lines.clean(purpose),
                kind == Group.Kind.COMMUNITY_CLUSTER && !place.isEmpty() ? place : null,
                kind == Group.Kind.BOARD ? "" : Lines.cleanText(agreement).strip());
    }

    public boolean hasAgreement() {
        return kind != Group.Kind.BOARD;
    }

    public List<Mistake> mistakes() {
        List<Mistake> found = new ArrayList<>();
        check(found, "name", name, 3, 80);
        if (!Group.allows(kind, privacy)) {
            found.add(new Mistake("privacy", "groups.form.privacy." + kind.slug()));
        }
        check(found, "area", area, 1, 80);
        check(found, "purpose", purpose, 1, 500);
        check(found, "venue", venue == null ? "" : venue, 0, 200);
        check(found, "agreement", agreement, hasAgreement() ? 1 : 0, 10_000);
        return found;
    }

    /** @throws Rejected with the first mistake */
    void requireRight() {
        mistakes().stream().findFirst().ifPresent(mistake -> {
            throw new Rejected(mistake.messageKey());
        });
    }

    private static void check(List<Mistake> found, String field, String text, int least, int most) {
        int length = Lines.length(text);
        if (length < least || length > most) {
            found.add(new Mistake(field, "groups.form." + field + ".length"));
        }
    }
}
