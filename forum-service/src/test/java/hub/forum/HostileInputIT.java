package hub.forum;

import hub.testkit.HostileInput;
import hub.testkit.HubIT;

/** Everything hostile for every address of the forum, by somebody who may do everything. */
@HubIT
class HostileInputIT extends HostileInput {
    HostileInputIT() {
        super(new Counts(500, 1_000, 500, 300, 100, 30));
    }
}
