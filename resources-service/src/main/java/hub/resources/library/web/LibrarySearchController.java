package hub.resources.library.web;

import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.search.FoundLines;
import hub.platform.search.FoundLines.FoundLine;
import hub.platform.search.Search;
import hub.platform.search.Search.Asked;
import hub.platform.search.SearchElsewhere;
import hub.platform.text.InputText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * What the search page of another process shows of this service: guides, news and training, asked for with the reader's session, so their rights are looked
 * up here. A question that is too long is for that page to refuse; here it is cut.
 */
@Controller
class LibrarySearchController {
    private final Search search;
    private final FoundLines lines;

    LibrarySearchController(Search search, FoundLines lines) {
        this.search = search;
        this.lines = lines;
    }

    /** @param more where the search page goes on with these; null at the end */
    record FoundHere(List<FoundLine> lines, @Nullable String more) {}

    @GetMapping(SearchElsewhere.PATH)
    Mono<Rendering> search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String more,
            Viewer viewer) {
        String question = InputText.cut(InputText.clean(q), Search.LONGEST);
        return search.find(new Asked(question, InputText.clean(kind), "", InputText.clean(more)), viewer)
                .map(results -> Pages.show(
                        "library/search",
                        new FoundHere(
                                lines.of(results.found()),
                                results.next() == null
                                        ? null
                                        : goesOn(question, InputText.clean(kind), results.next()))));
    }

    private static String goesOn(String question, String kind, String position) {
        return UriComponentsBuilder.fromPath("/search")
                .queryParam("q", "{q}")
                .queryParam("kind", "{kind}")
                .queryParam("more", "{more}")
                .encode()
                .buildAndExpand(question, kind, position)
                .toUriString();
    }
}
