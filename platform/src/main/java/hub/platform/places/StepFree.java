package hub.platform.places;

import hub.platform.text.Slug;

/** Whether somebody gets in, and to a toilet, without a step. */
public enum StepFree implements Slug {
    ALL,
    PART,
    NONE
}
