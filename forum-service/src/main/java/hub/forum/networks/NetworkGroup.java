package hub.forum.networks;

/**
 * That a group is for those whom something fits.
 *
 * @param id of the group
 * @param openedBy the account
 */
public record NetworkGroup(String id, Trait trait, String openedBy) {}
