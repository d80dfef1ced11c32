package hub.forum;

import hub.testkit.HouseRules;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTests {
    @Test
    void modulesReachEachOtherOnlyThroughWhatTheyOffer() {
        ApplicationModules.of(ForumService.class).verify();
    }

    @Test
    void theHouseRulesHold() {
        HouseRules.check("hub.platform", "hub.forum");
    }
}
