package hub.forum.constellations.rota;

/**
 * Somebody who can be on call.
 *
 * @param number to be rung, as it is shown
 * @param standIn who is no hub carer, and answers in the place of one
 */
public record OnCallPerson(String account, String number, boolean standIn) {

    /** For a link: digits, with a plus in front of some. */
    public String tel() {
        return number.replaceAll("[^+0-9]", "");
    }
}
