package hub.platform.styleguide;

import hub.platform.pages.Fragment;

/** The parts of a feature in their states, for the style guide. A feature provides one as a bean. */
public interface StyleguideSection {
    /** Made of the fragments that pages use. */
    Fragment fragment();
}
