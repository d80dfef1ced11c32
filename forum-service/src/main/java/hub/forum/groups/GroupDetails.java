package hub.forum.groups;

import hub.platform.text.InputText;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator says of a group: cleaned, and held to its rules by the form.
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

    public static GroupDetails clean(
            String name,
            Group.Kind kind,
            Group.Privacy privacy,
            String area,
            String purpose,
            String venue,
            String agreement) {
        String place = InputText.clean(venue);
        return new GroupDetails(
                InputText.clean(name),
                kind,
                privacy,
                InputText.clean(area),
                InputText.clean(purpose),
                kind == Group.Kind.COMMUNITY_CLUSTER && !place.isEmpty() ? place : null,
                kind == Group.Kind.BOARD ? "" : InputText.cleanText(agreement).strip());
    }

    public boolean hasAgreement() {
        return kind != Group.Kind.BOARD;
    }
}
