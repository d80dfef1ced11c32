package hub.forum.places.web;

import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.places.FamilyHub;
import hub.platform.places.Places;
import hub.platform.places.StepFree;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The family hubs. */
@Controller
class PlaceController {
    private static final int PAGE = 20;
    private static final String LIST = "/places";
    private static final String RETIRED = "/places/retired";

    /** What may stand behind {@code ?done=}. */
    private static final Set<String> DONE = Set.of("saved", "retired", "open");

    private final Places places;
    private final MessageSource messages;

    PlaceController(Places places, MessageSource messages) {
        this.places = places;
        this.messages = messages;
    }

    /**
     * @param keeps whether the viewer may change them
     * @param done what was just done, a finished sentence; null if nothing was
     */
    record PlacesPage(
            List<FamilyHub> hubs,
            boolean keeps,
            @Nullable String first,
            @Nullable String next,
            @Nullable String done) {}

    @GetMapping(LIST)
    Mono<Rendering> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "") String done,
            Viewer viewer) {
        return page(FamilyHub.State.OPEN, LIST, "places/list", after, done, viewer);
    }

    @GetMapping(RETIRED)
    Mono<Rendering> retired(@RequestParam(required = false) @Nullable String after, Viewer viewer) {
        requireKeeps(viewer);
        return page(FamilyHub.State.RETIRED, RETIRED, "places/retired", after, "", viewer);
    }

    private Mono<Rendering> page(
            FamilyHub.State state,
            String address,
            String template,
            @Nullable String after,
            String done,
            Viewer viewer) {
        return places.list(state, after, PAGE + 1).collectList().map(found -> {
            List<FamilyHub> shown = found.subList(0, Math.min(PAGE, found.size()));
            String next =
                    found.size() > PAGE ? address + "?after=" + shown.getLast().id() : null;
            return Pages.show(
                    template,
                    new PlacesPage(shown, Places.mayKeep(viewer), after == null ? null : address, next, said(done)));
        });
    }

    private @Nullable String said(String done) {
        return DONE.contains(done) ? messages.getMessage("places.done." + done, null, Locale.UK) : null;
    }

    /** @param hub that is changed; null for a new one */
    record FormPage(@Nullable FamilyHub hub, List<Choice> stepFree) {
        public String action() {
            return hub == null ? "/places/new" : LIST + "/" + hub.id();
        }
    }

    @GetMapping("/places/new")
    Mono<Rendering> begin(Viewer viewer) {
        requireKeeps(viewer);
        return Mono.just(formPage(null, Form.of(PlaceForm.empty())));
    }

    @PostMapping("/places/new")
    Mono<Rendering> add(Form<PlaceForm> form, Viewer viewer) {
        requireKeeps(viewer);
        return form.submit(
                sent -> places.add(sent.facts(), form.once(), viewer).thenReturn(Pages.seeOther("/places?done=saved")),
                again -> Mono.just(formPage(null, again)));
    }

    @GetMapping("/places/{id}")
    Mono<Rendering> change(@PathVariable String id, Viewer viewer) {
        requireKeeps(viewer);
        return places.find(id).map(hub -> formPage(hub, Form.of(PlaceForm.of(hub))));
    }

    @PostMapping("/places/{id}")
    Mono<Rendering> save(@PathVariable String id, Form<PlaceForm> form, Viewer viewer) {
        requireKeeps(viewer);
        return places.find(id)
                .flatMap(hub -> form.submit(
                        sent -> places.change(id, sent.facts(), sent.seenVersion(), viewer)
                                .map(saved -> Pages.seeOther("/places?done=saved")),
                        again -> Mono.just(formPage(hub, again))));
    }

    @PostMapping("/places/{id}/retire")
    Mono<Rendering> retire(@PathVariable String id, Viewer viewer) {
        return places.retire(id, viewer).map(hub -> Pages.seeOther("/places?done=retired"));
    }

    @PostMapping("/places/{id}/open")
    Mono<Rendering> open(@PathVariable String id, Viewer viewer) {
        return places.open(id, viewer).map(hub -> Pages.seeOther("/places?done=open"));
    }

    private Rendering formPage(@Nullable FamilyHub hub, Form<PlaceForm> form) {
        List<Choice> choices = Arrays.stream(StepFree.values())
                .map(one -> new Choice(
                        one.slug(), messages.getMessage("places.form.stepFree." + one.slug(), null, Locale.UK), null))
                .toList();
        return Pages.show("places/form", new FormPage(hub, choices), form);
    }

    private static void requireKeeps(Viewer viewer) {
        if (!Places.mayKeep(viewer)) {
            throw new NotAllowed();
        }
    }
}
