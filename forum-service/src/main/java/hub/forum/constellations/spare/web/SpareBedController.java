package hub.forum.constellations.spare.web;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.constellations.Constellations;
import hub.forum.constellations.rota.RotaWords;
import hub.forum.constellations.spare.SpareBed;
import hub.forum.constellations.spare.SpareBeds;
import hub.forum.groups.Group;
import hub.forum.groups.Visibility;
import hub.platform.identity.Accounts;
import hub.platform.pages.Pages;
import hub.platform.time.Times;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** A household says in one tap that it has a spare bed this weekend; duty workers and liaison workers see who does. */
@Controller
class SpareBedController {
    private final Constellations constellations;
    private final SpareBeds beds;
    private final Accounts accounts;
    private final RotaWords words;
    private final Clock clock;

    SpareBedController(Constellations constellations, SpareBeds beds, Accounts accounts, RotaWords words, Clock clock) {
        this.constellations = constellations;
        this.beds = beds;
        this.accounts = accounts;
        this.words = words;
        this.clock = clock;
    }

    /** @param weekend "Saturday 5 December"; homes each a line: who said so, and for liaison workers in which constellation */
    record ListPage(String weekend, List<String> homes) {}

    @GetMapping("/constellations/spare")
    Mono<Rendering> list(Visibility visibility) {
        return constellations
                .own(visibility)
                .filter(group -> ConstellationPolicy.mayOversee(visibility, group.id()))
                .collectMap(Group::id, Group::name)
                .filter(overseen -> !overseen.isEmpty() || SpareBeds.isForDuty(visibility.viewer()))
                .flatMap(overseen -> beds.list(visibility)
                        .flatMap(some -> lines(some, overseen))
                        .map(lines -> Pages.show(
                                "constellations/spare",
                                new ListPage(Times.inFull(SpareBed.weekend(clock.instant())), lines))));
    }

    private Mono<List<String>> lines(List<SpareBed> some, Map<String, String> overseen) {
        return accounts.names(some.stream().map(SpareBed::by).distinct().toList())
                .map(names -> some.stream()
                        .map(bed -> {
                            String name = names.of(bed.by()).name();
                            String group = overseen.get(bed.group());
                            return group == null ? name : words.say("constellations.spare.line", name, group);
                        })
                        .sorted()
                        .collect(Collectors.toList()));
    }

    @PostMapping("/constellations/{group}/spare")
    Mono<Rendering> say(@PathVariable String group, Visibility visibility) {
        return toSay(group, visibility)
                .flatMap(found -> beds.say(found, visibility)
                        .thenReturn(Pages.seeOther("/constellations/" + group + "?done=spare")));
    }

    @PostMapping("/constellations/{group}/spare/back")
    Mono<Rendering> takeBack(@PathVariable String group, Visibility visibility) {
        return toSay(group, visibility)
                .flatMap(found -> beds.takeBack(found, visibility)
                        .thenReturn(Pages.seeOther("/constellations/" + group + "?done=spareBack")));
    }

    private Mono<Group> toSay(String group, Visibility visibility) {
        return constellations.toTakePart(group, visibility).filter(found -> SpareBeds.maySay(found, visibility));
    }
}
