package hub.platform.web;

/** Something must be done first, such as reading a group's agreement: the reader is led there with 303. */
public final class SeeInstead extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;

    public SeeInstead(String path) {
        super(path, null, false, false);
        this.path = path;
    }

    public String path() {
        return path;
    }
}
