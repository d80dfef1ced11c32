package hub.resources;

import hub.testkit.HouseRules;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTests {

    @Test
    void featuresReachEachOtherOnlyByWhatTheyOffer() {
        ApplicationModules.of(ResourcesService.class).verify();
    }

    @Test
    void theRulesOfTheHouseHold() {
        HouseRules.check("hub.resources");
    }
}
