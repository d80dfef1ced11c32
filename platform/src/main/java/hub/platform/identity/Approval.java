package hub.platform.identity;

/** Where a person stands with the fostering service. Only an approved person sees anything that is not public. */
public enum Approval {
    AWAITING,
    APPROVED,
    SUSPENDED,
    ENDED;

    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
