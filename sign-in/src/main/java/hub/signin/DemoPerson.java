package hub.signin;

/**
 * Somebody invented whom a visitor of the demo may be.
 *
 * @param subject what the hub knows them by
 * @param username what is typed to sign in
 * @param who a few words on the sign-in page, such as "hub carer, Alder constellation"
 */
public record DemoPerson(String subject, String name, String username, String who) {}
