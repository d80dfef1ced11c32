package hub.platform.web.parts;

import hub.platform.web.FormKey;
import hub.platform.web.Site;
import hub.platform.web.once.Part;

/**
 * An empty place to write a reply, for {@code parts/composer :: composer}.
 *
 * @param action where it posts to
 * @param formKey so that sending twice posts once
 * @param csrf the form token
 * @param writer the account it was shown to
 * @param readers who will read it, a finished sentence
 * @param dutyTeam to ring, as nobody watches what is posted
 */
public record Composer(
        String action, String formKey, String csrf, String writer, String readers, Site.Number dutyTeam) {

    public static Part blank(String action, String csrf, String writer, String readers, Site.Number dutyTeam) {
        return Part.filled(
                "parts/composer :: composer", new Composer(action, FormKey.fresh(), csrf, writer, readers, dutyTeam));
    }
}
