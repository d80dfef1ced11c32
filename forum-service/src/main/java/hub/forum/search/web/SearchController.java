package hub.forum.search.web;

import hub.forum.groups.Group;
import hub.forum.groups.GroupSearchKeys;
import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import hub.platform.elsewhere.OtherService;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.pages.Pages;
import hub.platform.search.FoundLines;
import hub.platform.search.FoundLines.FoundLine;
import hub.platform.search.Search;
import hub.platform.search.Search.Asked;
import hub.platform.search.Search.Results;
import hub.platform.search.SearchElsewhere;
import hub.platform.security.PublicPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Everybody may search; what they find is what they may read. */
@Controller
class SearchController {
    private final Search search;
    private final FoundLines lines;
    private final Groups groups;
    private final OtherService resources;
    private final MessageSource messages;

    SearchController(Search search, FoundLines lines, Groups groups, OtherService resources, MessageSource messages) {
        this.search = search;
        this.lines = lines;
        this.groups = groups;
        this.resources = resources;
        this.messages = messages;
    }

    @Bean
    static PublicPaths searchPath() {
        return PublicPaths.of("/search");
    }

    /**
     * @param results null if nothing was asked
     * @param kinds links to the same question about one kind of thing alone; none if nothing was asked
     * @param places boards and groups, to choose one; none for those who read none
     */
    record SearchPage(@Nullable Found results, List<KindLink> kinds, List<Choice> places) {}

    record KindLink(String text, String href, boolean here) {}

    /**
     * @param asked false if there was no word in the question
     * @param whole false while the index is being made
     * @param meant another spelling of the question; null for none
     * @param meantHref where that is answered
     * @param older where there is more; null at the end
     * @param elsewhere what resources-service found, as HTML that it made, where it is another process; blank for nothing, null if it was not asked
     */
    record Found(
            List<FoundLine> lines,
            boolean asked,
            boolean whole,
            @Nullable String meant,
            @Nullable String meantHref,
            @Nullable String older,
            @Nullable String elsewhere) {
        public boolean nothing() {
            return lines.isEmpty() && (elsewhere == null || elsewhere.isBlank());
        }
    }

    @GetMapping("/search")
    Mono<Rendering> search(Form<SearchForm> form, Visibility visibility, ServerWebExchange exchange) {
        SearchForm sent = form.value();
        return form.hasErrors() || !sent.asks()
                ? page(null, form, visibility)
                : Mono.zip(
                                search.find(asked(sent), visibility.viewer()),
                                elsewhere(sent, exchange).map(Optional::of).defaultIfEmpty(Optional.empty()))
                        .map(results -> found(results.getT1(), results.getT2().orElse(null), sent))
                        .flatMap(found -> page(found, form, visibility));
    }

    /** What another service has stands in no place here, and is not of a kind that is found here. */
    private Mono<String> elsewhere(SearchForm sent, ServerWebExchange exchange) {
        boolean ownKind = search.kinds().stream().anyMatch(kind -> kind.name().equals(sent.kind()));
        return ownKind || !sent.place().isEmpty() || !sent.after().isEmpty()
                ? Mono.empty()
                : resources.fragment(
                        SearchElsewhere.PATH,
                        Map.of("q", sent.q(), "kind", sent.kind(), "more", sent.more()),
                        exchange);
    }

    private static Asked asked(SearchForm sent) {
        return new Asked(
                sent.q(),
                sent.kind(),
                sent.place().isEmpty() ? "" : GroupSearchKeys.mayRead(sent.place()),
                sent.after());
    }

    private Found found(Results results, @Nullable String elsewhere, SearchForm sent) {
        return new Found(
                lines.of(results.found()),
                results.asked(),
                results.whole(),
                results.meant(),
                results.meant() == null ? null : sent.meaning(results.meant()).href(),
                results.next() == null ? null : sent.from(results.next()).href(),
                elsewhere);
    }

    private Mono<Rendering> page(@Nullable Found found, Form<SearchForm> form, Visibility visibility) {
        return groups.all(visibility)
                .filter(group -> visibility.mayRead(group.id()))
                .map(SearchController::choice)
                .collectList()
                .map(places -> Pages.show(
                        "search/search",
                        new SearchPage(found, found == null ? List.of() : kinds(form.value()), places),
                        form));
    }

    private static Choice choice(Group group) {
        return new Choice(group.id(), group.name(), null);
    }

    private List<KindLink> kinds(SearchForm sent) {
        List<KindLink> links = new ArrayList<>();
        links.add(kind("", "search.kind.all", sent));
        search.kinds().forEach(kind -> links.add(kind(kind.name(), kind.messageKey(), sent)));
        return links;
    }

    private KindLink kind(String name, String messageKey, SearchForm sent) {
        return new KindLink(
                messages.getMessage(messageKey, null, Locale.UK),
                sent.ofKind(name).href(),
                sent.kind().equals(name));
    }
}
