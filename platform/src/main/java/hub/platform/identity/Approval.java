package hub.platform.identity;

import hub.platform.text.Slug;

/** Where a person stands with the fostering service. Only an approved person sees anything that is not public. */
public enum Approval implements Slug {
    AWAITING,
    APPROVED,
    SUSPENDED,
    ENDED
}
