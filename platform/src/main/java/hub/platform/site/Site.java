package hub.platform.site;

import org.jspecify.annotations.Nullable;

/**
 * What every page says about the place it belongs to. From configuration and content, never constants.
 *
 * @param name the product's name as carers see it
 */
public record Site(String name, String council, Help help, Assets assets) {

    /**
     * Addresses of the files that browsers keep for good: a hash of the content stands in each. Templates have them as {@code #assets}.
     *
     * @param css the style sheet
     * @param mark the sign of the house, for the browser's tab
     * @param icons drawings, one by one behind {@code #}
     * @param drafts the script that keeps what is typed
     */
    public record Assets(String css, String mark, String icons, String drafts) {}

    /**
     * Numbers to ring.
     *
     * @param onCall of the hub carer on call, for carers alone: ask {@link hub.platform.help.OnCall}; null where none is configured
     */
    public record Help(
            Number emergency,
            Number dutyTeam,
            Number officeHours,
            Number lado,
            @Nullable Number onCall) {}

    /**
     * @param tel digits only, for a link
     * @param hours when it is answered; may be empty
     */
    public record Number(String name, String number, String tel, String hours) {
        static Number of(String name, String number, String hours) {
            return new Number(name, number, number.replaceAll("[^0-9+]", ""), hours);
        }
    }
}
