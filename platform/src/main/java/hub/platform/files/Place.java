package hub.platform.files;

/**
 * What a file hangs on.
 *
 * @param kind of thing, as its feature's {@link FileRights} names it
 * @param id of the thing
 */
public record Place(String kind, String id) {
    /** As it is stored, for one that hangs on nothing yet. */
    static final String NOWHERE = "";

    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
