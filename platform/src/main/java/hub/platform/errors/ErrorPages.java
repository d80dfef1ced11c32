package hub.platform.errors;

import hub.platform.forms.KeptForm;
import hub.platform.forms.TypedFields;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.outage.MongoAway;
import hub.platform.outage.SessionlessExchange;
import hub.platform.outage.StillBusy;
import hub.platform.pages.NotFound;
import hub.platform.refusals.Rejected;
import hub.platform.requests.FormBodyFilter;
import hub.platform.signin.ProviderAway;
import hub.platform.signin.ReturnAddress;
import hub.platform.signin.SentForm;
import hub.platform.viewer.CurrentViewer;
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
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;

/**
 * What is answered when something goes wrong: a page in plain words, the right status, no word about what lies behind. Hidden and never
 * existed give the same page.
 */
@Component
@Order(-2)
public class ErrorPages implements ErrorWebExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final String RETRY_AFTER_SECONDS = "10";

    private final CurrentViewer viewers;
    private final ReturnAddress returnAddress;
    private final TypedFields typed;
    private final ServerResponse.Context context;

    ErrorPages(
            CurrentViewer viewers,
            ReturnAddress returnAddress,
            TypedFields typed,
            ServerCodecConfigurer codecs,
            ObjectProvider<ViewResolver> viewResolvers) {
        this.viewers = viewers;
        this.returnAddress = returnAddress;
        this.typed = typed;
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
        boolean gone = !MongoAway.explains(failure) && DisconnectedClientHelper.isClientDisconnectedException(failure);
        if (exchange.getResponse().isCommitted()) {
            if (!gone) {
                note(exchange, status(failure), failure);
            }
            return Mono.error(failure);
        }
        if (gone) {
            // Nobody is there to read a page, and nothing is wrong with us.
            exchange.getResponse().setStatusCode(HttpStatus.BAD_REQUEST);
            return Mono.empty();
        }
        if (failure instanceof RedirectException instead) {
            exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
            exchange.getResponse().getHeaders().setLocation(URI.create(instead.path()));
            return exchange.getResponse().setComplete();
        }
        HttpStatusCode status = status(failure);
        note(exchange, status, failure);
        return viewers.asFarAsKnown(exchange)
                .delayUntil(viewer -> viewer.signedIn() ? Mono.empty() : returnAddress.saveRequest(exchange))
                .flatMap(viewer -> errorPage(exchange, status, kind(failure, status, viewer))
                        .flatMap(page -> show(exchange, status, page, viewer)))
                .onErrorResume(
                        alsoAway -> MongoAway.explains(alsoAway)
                                && !exchange.getResponse().isCommitted(),
                        alsoAway -> show(
                                exchange, HttpStatus.SERVICE_UNAVAILABLE, ErrorPage.of("unavailable"), Viewer.nobody()))
                // Whoever asked us to handle it would log it with the address, in which names stand.
                .doOnError(noPage ->
                        LOG.error("{}The page for it failed", exchange.getLogPrefix(), LoggableFailure.of(noPage)));
    }

    /** A database that is away is one line, not a hundred traces. */
    private static void note(ServerWebExchange exchange, HttpStatusCode status, Throwable failure) {
        if (failure instanceof ProviderAway) {
            return; // Who asked the provider in vain has said so already.
        }
        if (status.value() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            LOG.warn(
                    "{}{}",
                    exchange.getLogPrefix(),
                    failure instanceof StillBusy ? failure.getMessage() : "MongoDB does not answer");
        } else if (status.is5xxServerError()) {
            LOG.error(
                    "{}{} failed",
                    exchange.getLogPrefix(),
                    exchange.getRequest().getMethod(),
                    LoggableFailure.of(failure));
        }
    }

    /**
     * Whatever goes wrong, what somebody wrote comes back: to be sent again with one press while MongoDB is away, as nothing is wrong with it, else to
     * be copied.
     */
    private Mono<ErrorPage> errorPage(ServerWebExchange exchange, HttpStatusCode status, String kind) {
        String id = status.is5xxServerError() ? exchange.getRequest().getId() : null;
        ErrorPage plain = new ErrorPage(kind, List.of(), null, id);
        // What has not come in time would be waited for again.
        if (exchange.getRequest().getMethod() != HttpMethod.POST
                || status.value() == HttpStatus.REQUEST_TIMEOUT.value()) {
            return Mono.just(plain);
        }
        boolean canBeSentAgain = status.value() == HttpStatus.SERVICE_UNAVAILABLE.value()
                && exchange.getAttribute(CsrfToken.class.getName()) != null;
        return FormBodyFilter.fields(exchange)
                .map(form -> {
                    KeptForm sent = KeptForm.of(exchange.getRequest().getPath().value(), form);
                    return sent != null && canBeSentAgain
                            ? new ErrorPage(kind, List.of(), SentForm.of(sent, typed), id)
                            : new ErrorPage(kind, typed.writtenIn(form), null, id);
                })
                .onErrorReturn(plain);
    }

    /** The page for an error that a filter found before any controller was asked. */
    public Mono<Void> show(ServerWebExchange exchange, HttpStatusCode status, ErrorPage page, Viewer viewer) {
        exchange.getResponse().getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
        boolean away = status.value() == HttpStatus.SERVICE_UNAVAILABLE.value();
        if (away) {
            exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return ServerResponse.status(status)
                .contentType(MediaType.TEXT_HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .render("error/page", Map.of("page", page, "viewer", viewer))
                .flatMap(response -> response.writeTo(away ? new SessionlessExchange(exchange) : exchange, context));
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
            case 409 -> "changed";
            case 413 -> "tooLarge";
            case 403 -> "forbidden";
            case 429 -> "busy";
            case 503 -> "unavailable";
            default -> status.is5xxServerError() ? "broken" : "badRequest";
        };
    }

    private static HttpStatusCode status(Throwable failure) {
        return switch (failure) {
            case NotFound e -> HttpStatus.NOT_FOUND;
            case NotAllowed e -> HttpStatus.NOT_FOUND;
            case NotApproved e -> HttpStatus.FORBIDDEN;
            // A button without a form of its own, pressed on a page that is not true any more.
            case Rejected e -> HttpStatus.CONFLICT;
            case StillBusy e -> HttpStatus.SERVICE_UNAVAILABLE;
            case ResponseStatusException e when tooLarge(e) -> HttpStatus.CONTENT_TOO_LARGE;
            case ResponseStatusException e -> e.getStatusCode();
            case DataBufferLimitException e -> HttpStatus.CONTENT_TOO_LARGE;
            case InvalidPropertyException e -> HttpStatus.BAD_REQUEST;
            case BeanInstantiationException e -> HttpStatus.BAD_REQUEST;
            default -> MongoAway.explains(failure) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    private static boolean tooLarge(ResponseStatusException e) {
        return e.getCause() instanceof DataBufferLimitException;
    }
}
