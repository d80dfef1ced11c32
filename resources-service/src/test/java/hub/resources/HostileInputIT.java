package hub.resources;

import hub.testkit.HostileInput;

/** Everything hostile for every address of this service, by somebody who may do everything. */
@ResourcesIT
class HostileInputIT extends HostileInput {
    HostileInputIT() {
        super(new Counts(100, 500, 300, 30, 30, 3));
    }
}
