package hub.resources;

import hub.testkit.WhoMayWhat;

/** Every address of this service, for every one of the {@link ResourcesPeople}. */
@ResourcesIT
class RouteMatrixIT extends WhoMayWhat {
    RouteMatrixIT() {
        super(500);
    }
}
