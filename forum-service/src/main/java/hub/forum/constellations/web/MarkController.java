package hub.forum.constellations.web;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.constellations.Constellations;
import hub.forum.constellations.homes.HomeMark;
import hub.forum.constellations.homes.HomeMarks;
import hub.forum.constellations.homes.HubHomes;
import hub.forum.constellations.homes.MarkedHomes;
import hub.forum.groups.Group;
import hub.forum.groups.Visibility;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.pages.Pages;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What a liaison worker notes of the homes, for inviting them to what suits them. */
@Controller
class MarkController {
    private final Constellations constellations;
    private final MarkedHomes marks;
    private final HubHomes homes;

    MarkController(Constellations constellations, MarkedHomes marks, HubHomes homes) {
        this.constellations = constellations;
        this.marks = marks;
        this.homes = homes;
    }

    /** For each mark the ids of the households that have it. */
    record MarksForm(Set<String> siblings, Set<String> teenagers, Set<String> little) {
        MarksForm {
            siblings = orNone(siblings);
            teenagers = orNone(teenagers);
            little = orNone(little);
        }

        private static Set<String> orNone(@Nullable Set<String> sent) {
            return sent == null ? Set.of() : Set.copyOf(sent);
        }

        static MarksForm of(HomeMarks marks) {
            return new MarksForm(
                    marks.of(HomeMark.BROTHERS_AND_SISTERS),
                    marks.of(HomeMark.TEENAGERS),
                    marks.of(HomeMark.UNDER_FIVES));
        }

        Map<HomeMark, Set<String>> marked() {
            return Map.of(
                    HomeMark.BROTHERS_AND_SISTERS,
                    siblings,
                    HomeMark.TEENAGERS,
                    teenagers,
                    HomeMark.UNDER_FIVES,
                    little);
        }
    }

    record MarksPage(String group, String name, List<Choice> homes) {}

    @GetMapping("/constellations/{group}/homes")
    Mono<Rendering> marks(@PathVariable String group, Visibility visibility) {
        return toOversee(group, visibility)
                .flatMap(found -> marks.of(found, visibility)
                        .flatMap(known -> page(found, Form.of(MarksForm.of(known)), visibility)));
    }

    @PostMapping("/constellations/{group}/homes")
    Mono<Rendering> mark(@PathVariable String group, Form<MarksForm> form, Visibility visibility) {
        return toOversee(group, visibility)
                .flatMap(found -> form.submit(
                        sent -> marks.mark(found, sent.marked(), visibility)
                                .thenReturn(Pages.seeOther("/constellations/" + group + "?done=marks")),
                        again -> page(found, again, visibility)));
    }

    private Mono<Group> toOversee(String group, Visibility visibility) {
        return constellations
                .toRead(group, visibility)
                .filter(found -> ConstellationPolicy.mayOversee(visibility, found.id()));
    }

    private Mono<Rendering> page(Group group, Form<MarksForm> form, Visibility visibility) {
        return homes.households(group, visibility)
                .map(households -> Pages.show(
                        "constellations/marks",
                        new MarksPage(
                                group.id(),
                                group.name(),
                                households.all().stream()
                                        .map(home -> new Choice(home.id(), home.names(), null))
                                        .toList()),
                        form));
    }
}
