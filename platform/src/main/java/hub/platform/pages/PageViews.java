package hub.platform.pages;

import hub.platform.identity.Viewer;
import hub.platform.site.Site;
import hub.platform.viewer.CurrentViewer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.View;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import org.thymeleaf.spring6.view.reactive.ThymeleafReactiveView;
import org.thymeleaf.spring6.view.reactive.ThymeleafReactiveViewResolver;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The templates, each with what the layout asks of every page: the site, the viewer, the form token. A view is made once; Thymeleaf's own resolver
 * makes it for each request, and has every bean post-processor look at it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageViews implements ViewResolver {
    private final ThymeleafReactiveViewResolver templates;
    private final Site site;
    private final CurrentViewer viewers;
    private final ObjectProvider<MastheadCount> counts;

    /** By name; the names of templates are the code's own, and there is one language. */
    private final Map<String, View> made = new ConcurrentHashMap<>();

    PageViews(
            ThymeleafReactiveViewResolver templates,
            Site site,
            CurrentViewer viewers,
            ObjectProvider<MastheadCount> counts) {
        this.templates = templates;
        this.site = site;
        this.viewers = viewers;
        this.counts = counts;
    }

    @Override
    public Mono<View> resolveViewName(String name, Locale locale) {
        View known = made.get(name);
        return known != null
                ? Mono.just(known)
                : templates
                        .resolveViewName(name, locale)
                        .map(view -> view instanceof ThymeleafReactiveView ? kept(name, view) : view);
    }

    private View kept(String name, View template) {
        View page = new PageView(template);
        made.put(name, page);
        return page;
    }

    /** What waits for the viewer on their own page; a page does not wait for it. */
    private Mono<Long> count(Viewer viewer) {
        return viewer.approved()
                ? Flux.fromStream(counts::stream)
                        .flatMap(each -> each.of(viewer)
                                .timeout(Duration.ofMillis(MastheadCount.LONGEST_MILLIS))
                                .onErrorReturn(0L))
                        .reduce(0L, Long::sum)
                : Mono.just(0L);
    }

    private final class PageView implements View {
        private final View template;

        PageView(View template) {
            this.template = template;
        }

        @Override
        public List<MediaType> getSupportedMediaTypes() {
            return template.getSupportedMediaTypes();
        }

        @Override
        public Mono<Void> render(
                @Nullable Map<String, ?> model, @Nullable MediaType contentType, ServerWebExchange exchange) {
            Map<String, Object> all = new HashMap<>(model == null ? Map.of() : model);
            all.putIfAbsent("site", site);
            Mono<Viewer> viewer = all.get("viewer") instanceof Viewer known ? Mono.just(known) : viewers.of(exchange);
            return viewer.doOnNext(found -> all.put("viewer", found))
                    .flatMap(PageViews.this::count)
                    .doOnNext(count -> all.put("waiting", count))
                    .then(token(exchange))
                    .doOnNext(token -> {
                        // Forms with th:action take it from the request.
                        exchange.getAttributes().put(CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME, token);
                        all.put(CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME, token);
                    })
                    .then(Mono.defer(() -> template.render(all, contentType, exchange)));
        }

        private Mono<CsrfToken> token(ServerWebExchange exchange) {
            Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
            return token == null ? Mono.empty() : token;
        }
    }
}
