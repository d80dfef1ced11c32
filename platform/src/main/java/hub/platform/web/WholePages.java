package hub.platform.web;

import hub.platform.identity.Viewer;
import hub.platform.web.once.PageEngine;
import hub.platform.web.once.Part;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.reactive.result.view.View;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Pages that are one value, put into the frame of every page without Thymeleaf being asked again: for those that are read most. All others are
 * templates around {@code layout :: page}.
 */
@Component
public class WholePages {
    private static final MediaType UTF_8_HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final PageEngine engine;
    private final Site site;
    private final CurrentViewer viewers;

    WholePages(PageEngine engine, Site site, CurrentViewer viewers) {
        this.engine = engine;
        this.site = site;
        this.viewers = viewers;
    }

    /**
     * @param title what the page is called
     * @param at where the reader is, as in {@code layout}
     * @param main its main part
     */
    public Rendering page(String title, String at, Part main) {
        return new WholePage(HttpStatus.OK, new WholeView(title, at, exchange -> Mono.just(main)));
    }

    /** @param main its main part, which has a form in it, for the form token */
    public Rendering pageWithForm(HttpStatus status, String title, String at, Function<String, Part> main) {
        return new WholePage(
                status,
                new WholeView(title, at, exchange -> token(exchange).map(token -> main.apply(token.getToken()))));
    }

    private static Mono<CsrfToken> token(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(CsrfToken.class.getName());
    }

    /** What {@code frame :: frame} shows. */
    private record Frame(String title, boolean failed, String name, Part masthead, Part main, Part colophon) {}

    private record Masthead(String name, String at, boolean approved, boolean signedIn) {}

    private record WholePage(HttpStatusCode status, View view) implements Rendering {
        @Override
        public Map<String, Object> modelAttributes() {
            return Map.of();
        }

        @Override
        public HttpHeaders headers() {
            return HttpHeaders.EMPTY;
        }
    }

    private final class WholeView implements View {
        private static final List<MediaType> HTML = List.of(MediaType.TEXT_HTML);

        private final String title;
        private final String at;
        private final Function<ServerWebExchange, Mono<Part>> main;

        WholeView(String title, String at, Function<ServerWebExchange, Mono<Part>> main) {
            this.title = title;
            this.at = at;
            this.main = main;
        }

        @Override
        public List<MediaType> getSupportedMediaTypes() {
            return HTML;
        }

        @Override
        public Mono<Void> render(
                @Nullable Map<String, ?> model, @Nullable MediaType contentType, ServerWebExchange exchange) {
            return viewers.of(exchange)
                    .flatMap(viewer -> main.apply(exchange).map(part -> engine.written(frame(part, viewer))))
                    .flatMap(html -> answer(exchange.getResponse(), html));
        }

        private Part frame(Part part, Viewer viewer) {
            return Part.filled(
                    "frame :: frame",
                    new Frame(
                            title,
                            false,
                            site.name(),
                            Part.once(
                                    "parts/masthead :: masthead",
                                    new Masthead(site.name(), at, viewer.approved(), viewer.signedIn())),
                            part,
                            Part.once("parts/colophon :: colophon", site)));
        }

        private static Mono<Void> answer(ServerHttpResponse response, byte[] html) {
            response.getHeaders().setContentType(UTF_8_HTML);
            response.getHeaders().setContentLanguage(Locale.UK);
            return response.writeWith(Mono.just(response.bufferFactory().wrap(html)));
        }
    }
}
