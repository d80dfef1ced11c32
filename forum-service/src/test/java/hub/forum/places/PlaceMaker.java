package hub.forum.places;

import hub.platform.mongo.Ids;
import hub.platform.places.FamilyHub;
import hub.platform.places.HubFacts;
import hub.platform.places.Places;
import hub.platform.places.StepFree;
import hub.testkit.TestFixture;
import java.time.Duration;
import java.time.Instant;

/** Puts family hubs into the hub: {@code placing.aHub("Elm Lane Family Hub")}. */
@TestFixture
public class PlaceMaker {
    private final Places places;

    PlaceMaker(Places places) {
        this.places = places;
    }

    public FamilyHub aHub(String name) {
        FamilyHub hub = FamilyHub.begin(
                Ids.next(),
                new HubFacts(name, "Larkhill", "14 Elm Lane", "ZZ1 2AB", StepFree.ALL, "Ramp", "Two", "Six", "24"),
                Instant.parse("2026-05-03T10:00:00Z"),
                "nobody");
        places.bringIn(hub).block(Duration.ofSeconds(10));
        return hub;
    }
}
