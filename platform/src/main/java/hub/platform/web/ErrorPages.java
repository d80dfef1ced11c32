package hub.platform.web;

import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.security.KeptForm;
import hub.platform.security.ProviderAway;
import hub.platform.security.ReturnAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What is answered when something goes wrong: a page in plain words, the right status, no word about what lies behind. Hidden and never
 * existed give the same page.
 */
@Component
@Order(-2)
public class ErrorPages implements ErrorWebExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final CurrentViewer viewers;
    private final Site site;
    private final ReturnAddress returnAddress;
    private final ServerResponse.Context context;

    ErrorPages(
            CurrentViewer viewers,
            Site site,
            ReturnAddress returnAddress,
            ServerCodecConfigurer codecs,
            ObjectProvider<ViewResolver> viewResolvers) {
        this.viewers = viewers;
        this.site = site;
        this.returnAddress = returnAddress;
        List<ViewResolver> views = viewResolvers.orderedStream().toList();
        this.context = new ServerResponse.Context() {
            @Override
            public List<HttpMessageWriter<?>> messageWriters() {
                return codecs.getWriters();
            }

            @Override
            public List<ViewResolver> viewResolvers() {
                return views;
            }
        };
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        if (failure instanceof SeeInstead instead) {
            exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
            exchange.getResponse().getHeaders().setLocation(URI.create(instead.path()));
            return exchange.getResponse().setComplete();
        }
        HttpStatusCode status = status(failure);
        // Who asked the provider in vain has said so already.
        if (status.is5xxServerError() && !(failure instanceof ProviderAway)) {
            LOG.error(
                    "{} {} failed",
                    exchange.getRequest().getMethod(),
                    exchange.getRequest().getId(),
                    failure);
        }
        return viewers.asFarAsKnown(exchange)
                .delayUntil(viewer -> viewer.signedIn() ? Mono.empty() : returnAddress.saveRequest(exchange))
                .zipWith(typed(exchange))
                .flatMap(found -> page(
                        exchange,
                        status,
                        kind(failure, status, found.getT1()),
                        found.getT1(),
                        Map.of("typed", found.getT2())));
    }

    /** Whatever goes wrong, what somebody wrote comes back to be copied. */
    private static Mono<List<String>> typed(ServerWebExchange exchange) {
        return exchange.getRequest().getMethod() == HttpMethod.POST
                ? exchange.getFormData().map(KeptForm::typed).onErrorReturn(List.of())
                : Mono.just(List.of());
    }

    /** The page for an error that a filter found before any controller was asked. */
    public Mono<Void> page(
            ServerWebExchange exchange, HttpStatusCode status, String kind, Viewer viewer, Map<String, ?> more) {
        exchange.getResponse().getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
        return ServerResponse.status(status)
                .contentType(MediaType.TEXT_HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .render("error/page", model(kind, viewer, more))
                .flatMap(response -> response.writeTo(exchange, context));
    }

    private Map<String, Object> model(String kind, Viewer viewer, Map<String, ?> more) {
        Map<String, Object> model = new java.util.HashMap<>(more);
        model.put("kind", kind);
        model.put("site", site);
        model.put("viewer", viewer);
        return model;
    }

    private static String kind(Throwable failure, HttpStatusCode status, Viewer viewer) {
        if (failure instanceof NotApproved) {
            return viewer.approval() == null ? "signedOut" : viewer.approval().slug();
        }
        if (failure instanceof ProviderAway) {
            return "signInAway";
        }
        return switch (status.value()) {
            case 404 -> "notFound";
            case 413 -> "tooLarge";
            case 403 -> "forbidden";
            case 503 -> "unavailable";
            default -> status.is5xxServerError() ? "broken" : "badRequest";
        };
    }

    private static HttpStatusCode status(Throwable failure) {
        return switch (failure) {
            case NotFound e -> HttpStatus.NOT_FOUND;
            case NotAllowed e -> HttpStatus.NOT_FOUND;
            case NotApproved e -> HttpStatus.FORBIDDEN;
            case ResponseStatusException e when tooLarge(e) -> HttpStatus.CONTENT_TOO_LARGE;
            case ResponseStatusException e -> e.getStatusCode();
            case DataBufferLimitException e -> HttpStatus.CONTENT_TOO_LARGE;
            case InvalidPropertyException e -> HttpStatus.BAD_REQUEST;
            case BeanInstantiationException e -> HttpStatus.BAD_REQUEST;
            case DataAccessResourceFailureException e -> HttpStatus.SERVICE_UNAVAILABLE;
            case MongoException e
            when e instanceof MongoTimeoutException || e instanceof MongoSocketException ->
                HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    private static boolean tooLarge(ResponseStatusException e) {
        return e.getCause() instanceof DataBufferLimitException;
    }
}
