package hub.platform.requests;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.Part;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * A form that is not written as forms are, such as {@code text=%zz}, is the sender's slip and not a fault of ours. Files are taken at {@link UploadPaths}
 * alone, and kept for people who have signed in alone; what was typed beside them is a form's fields as everywhere.
 */
@Component
@Order(FilterOrder.FORM_BODY)
public class FormBodyFilter implements WebFilter {
    /** For all of it: 250 kB on a bad line. Whoever begins a form and never ends it does not keep the connection. */
    static final Duration LONGEST = Duration.ofMinutes(2);

    /** With files, 25 MB on a bad line. */
    private static final Duration LONGEST_WITH_FILES = Duration.ofMinutes(10);

    /** Forms whose files are kept at a time, each with {@link UploadForm#MOST} bytes on the disk at most. */
    private static final int AT_ONCE = 8;

    /** Until it must be known who sends; a page that says that MongoDB is away waits for it. */
    private static final Duration KNOWN = Duration.ofSeconds(1);

    private static final String FIELDS = FormBodyFilter.class.getName();

    private final TemporaryFiles files;
    private final List<UploadPaths> paths;
    private final Semaphore places = new Semaphore(AT_ONCE);

    FormBodyFilter(TemporaryFiles files, ObjectProvider<UploadPaths> paths) {
        this.files = files;
        this.paths = paths.stream().toList();
    }

    /** What was typed in the form of a request, also for who stands outside of this filter, such as the pages for errors. */
    @SuppressWarnings("unchecked")
    public static Mono<MultiValueMap<String, String>> fields(ServerWebExchange exchange) {
        Object withFiles = exchange.getAttribute(FIELDS);
        return withFiles == null ? exchange.getFormData() : (Mono<MultiValueMap<String, String>>) withFiles;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpMethod method = exchange.getRequest().getMethod();
        if (method == HttpMethod.GET || method == HttpMethod.HEAD) {
            return chain.filter(exchange);
        }
        return bringsFiles(exchange.getRequest())
                ? withFiles(exchange, chain)
                : chain.filter(new Checked(exchange, LONGEST));
    }

    private boolean bringsFiles(ServerHttpRequest request) {
        return type(request).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
                && paths.stream()
                        .anyMatch(some -> some.contain(request.getPath().pathWithinApplication()));
    }

    private Mono<Void> withFiles(ServerWebExchange exchange, WebFilterChain chain) {
        WithFiles form = new WithFiles(exchange, files, places);
        exchange.getAttributes().put(FIELDS, form.getFormData());
        return chain.filter(form).doFinally(end -> form.discard());
    }

    private static String type(ServerHttpRequest request) {
        String type = request.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
        return type == null ? "" : type.toLowerCase(Locale.ROOT);
    }

    private static <T> Mono<T> within(Duration longest, Mono<T> form) {
        return form.timeout(longest)
                .onErrorMap(
                        IllegalArgumentException.class,
                        broken -> new ServerWebInputException("Not a form", null, broken))
                .onErrorMap(
                        TimeoutException.class,
                        late -> new ResponseStatusException(HttpStatus.REQUEST_TIMEOUT, "Too slow", late))
                .cache();
    }

    static final class Checked extends ServerWebExchangeDecorator {
        private final Mono<MultiValueMap<String, String>> form;

        Checked(ServerWebExchange exchange, Duration longest) {
            super(exchange);
            form = isForm(type(exchange.getRequest()))
                    ? within(longest, exchange.getFormData())
                    : Mono.error(() -> new UnsupportedMediaTypeStatusException("Not a form"));
        }

        private static boolean isForm(String type) {
            return type.isEmpty() || type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        }

        @Override
        public Mono<MultiValueMap<String, String>> getFormData() {
            return form;
        }

        @Override
        public Mono<MultiValueMap<String, Part>> getMultipartData() {
            return Mono.fromSupplier(LinkedMultiValueMap::new);
        }
    }

    private static final class WithFiles extends ServerWebExchangeDecorator {
        private final Mono<UploadForm> form;
        private final TemporaryFiles files;
        private final Semaphore places;
        private @Nullable UploadForm begun;
        private boolean hasPlace;
        private boolean over;

        WithFiles(ServerWebExchange exchange, TemporaryFiles files, Semaphore places) {
            super(exchange);
            this.files = files;
            this.places = places;
            form = within(
                    LONGEST_WITH_FILES,
                    hasSignedIn(exchange).flatMap(signedIn -> begin(signedIn).read(exchange.getRequest())));
        }

        /** Where the form is asked for only when its request is over, to show it on a page for errors, no file is kept any more. */
        private synchronized UploadForm begin(boolean signedIn) {
            boolean keep = signedIn && !over;
            if (keep && !places.tryAcquire()) {
                throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS, "Too many files at a time");
            }
            hasPlace = keep;
            begun = new UploadForm(keep ? files : null);
            return begun;
        }

        /** The form token, which comes with the form, is checked before it is known who asks. While MongoDB is away nobody is known, and what was typed is read all the same. */
        private static Mono<Boolean> hasSignedIn(ServerWebExchange exchange) {
            return ReactiveSecurityContextHolder.getContext()
                    .hasElement()
                    .filter(known -> known)
                    .switchIfEmpty(exchange.getSession().map(WithFiles::isOfAPerson))
                    .timeout(KNOWN)
                    .onErrorReturn(false);
        }

        private static boolean isOfAPerson(WebSession session) {
            return session.getAttribute(
                            WebSessionServerSecurityContextRepository.DEFAULT_SPRING_SECURITY_CONTEXT_ATTR_NAME)
                    != null;
        }

        @Override
        public Mono<MultiValueMap<String, String>> getFormData() {
            return form.map(UploadForm::fields);
        }

        @Override
        public Mono<MultiValueMap<String, Part>> getMultipartData() {
            return form.map(UploadForm::files);
        }

        synchronized void discard() {
            over = true;
            if (begun != null) {
                begun.discard();
            }
            if (hasPlace) {
                hasPlace = false;
                places.release();
            }
        }
    }
}
