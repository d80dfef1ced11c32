package hub.forum.meetings.web;

import hub.forum.meetings.Meeting;
import hub.platform.places.FamilyHub;
import hub.platform.places.Places;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The family hubs at which a meeting can be. */
@Component
@NamedInterface("which-hubs")
public class WhichHubs {
    private final Places places;

    WhichHubs(Places places) {
        this.places = places;
    }

    /** Those that are open; one that was retired meanwhile stays where it was chosen. @param meeting that is changed; null for a new one */
    public Mono<List<FamilyHub>> of(@Nullable Meeting meeting) {
        return places.open().collectList().flatMap(open -> withOwn(open, meeting));
    }

    private Mono<List<FamilyHub>> withOwn(List<FamilyHub> open, @Nullable Meeting meeting) {
        String own = meeting == null ? "" : meeting.details().hub();
        boolean offered =
                own.isEmpty() || open.stream().anyMatch(hub -> hub.id().equals(own));
        return offered
                ? Mono.just(open)
                : places.find(own)
                        .map(retired ->
                                Stream.concat(open.stream(), Stream.of(retired)).toList())
                        .defaultIfEmpty(open);
    }
}
