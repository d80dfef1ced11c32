package hub.forum.networks;

import hub.platform.text.Slug;

/** What carers of a network have in common. */
public enum Trait implements Slug {
    SINGLE_CARER,
    NEW_CARER,
    CARER_OF_TEENAGERS
}
