package hub.resources.audiences;

import hub.platform.text.Slug;

/** For whom something is meant. Staff read all of it. */
public enum Audience implements Slug {
    /** Everyone, without signing in. */
    PUBLIC,
    /** Every approved carer, kinship carers among them. */
    CARERS,
    KINSHIP,
    STAFF
}
