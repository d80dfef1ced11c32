package hub.forum.constellations.rota.web;

import hub.forum.constellations.Constellations;
import hub.forum.constellations.rota.OnCallNow;
import hub.forum.constellations.rota.Rotas;
import hub.forum.groups.Visibility;
import hub.platform.pages.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The rota of a constellation, and answers to swaps. */
@Controller
class RotaController {
    private final Constellations constellations;
    private final OnCallNow onCall;
    private final Rotas rotas;
    private final RotaPages pages;

    RotaController(Constellations constellations, OnCallNow onCall, Rotas rotas, RotaPages pages) {
        this.constellations = constellations;
        this.onCall = onCall;
        this.rotas = rotas;
        this.pages = pages;
    }

    @GetMapping("/constellations/{group}/rota")
    Mono<Rendering> rota(
            @PathVariable String group, @RequestParam(defaultValue = "") String done, Visibility visibility) {
        return constellations
                .toRead(group, visibility)
                .flatMap(found -> onCall.known(found, visibility)
                        .map(known -> Pages.show("constellations/rota", pages.page(found, known, done, visibility))));
    }

    @PostMapping("/constellations/{group}/rota/swaps/{swap}/accept")
    Mono<Rendering> accept(@PathVariable String group, @PathVariable String swap, Visibility visibility) {
        return constellations
                .toTakePart(group, visibility)
                .flatMap(found -> rotas.acceptSwap(group, swap, visibility))
                .map(rota -> done(group, "swapped"));
    }

    @PostMapping("/constellations/{group}/rota/swaps/{swap}/drop")
    Mono<Rendering> drop(@PathVariable String group, @PathVariable String swap, Visibility visibility) {
        return constellations
                .toTakePart(group, visibility)
                .flatMap(found -> rotas.dropSwap(group, swap, visibility))
                .map(rota -> done(group, "dropped"));
    }

    static Rendering done(String group, String what) {
        return Pages.seeOther("/constellations/" + group + "/rota?done=" + what);
    }
}
