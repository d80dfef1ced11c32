package hub.platform.requests;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.Part;
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
import reactor.core.publisher.Mono;

/**
 * A form that is not written as forms are, such as {@code text=%zz}, is the sender's slip and not a fault of ours. No page here sends anything but
 * a plain form: files, which would go to the disk, are not taken at all.
 */
@Component
@Order(FilterOrder.FORM_BODY)
class FormBodyFilter implements WebFilter {
    /** For all of it: 250 kB on a bad line. Whoever begins a form and never ends it does not keep the connection. */
    static final Duration LONGEST = Duration.ofMinutes(2);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpMethod method = exchange.getRequest().getMethod();
        return method == HttpMethod.GET || method == HttpMethod.HEAD
                ? chain.filter(exchange)
                : chain.filter(new Checked(exchange, LONGEST));
    }

    static final class Checked extends ServerWebExchangeDecorator {
        private final Mono<MultiValueMap<String, String>> form;

        Checked(ServerWebExchange exchange, Duration longest) {
            super(exchange);
            form = isForm(exchange.getRequest().getHeaders().getFirst(HttpHeaders.CONTENT_TYPE))
                    ? exchange.getFormData()
                            .timeout(longest)
                            .onErrorMap(
                                    IllegalArgumentException.class,
                                    broken -> new ServerWebInputException("Not a form", null, broken))
                            .onErrorMap(
                                    TimeoutException.class,
                                    late -> new ResponseStatusException(HttpStatus.REQUEST_TIMEOUT, "Too slow", late))
                            .cache()
                    : Mono.error(() -> new UnsupportedMediaTypeStatusException("Not a form"));
        }

        private static boolean isForm(@Nullable String type) {
            return type == null
                    || type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
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
}
