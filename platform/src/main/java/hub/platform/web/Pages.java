package hub.platform.web;

import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Answers that every controller gives in the same way. */
public final class Pages {
    private Pages() {}

    /** After a POST that worked: 303, so that a reload does not post again. */
    public static Rendering seeOther(String path) {
        return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
    }

    /** A form again, with what was typed and what to mend: 422. */
    public static Rendering.Builder<?> mend(String view) {
        return Rendering.view(view).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** A form again, because things changed meanwhile: 409. */
    public static Rendering.Builder<?> changedMeanwhile(String view) {
        return Rendering.view(view).status(HttpStatus.CONFLICT);
    }

    public static <T> Mono<T> notFound() {
        return Mono.error(NotFound::new);
    }

    /** Puts a refusal beside the field it concerns. */
    public static void reject(BindingResult errors, String field, hub.platform.identity.Rejected refusal) {
        errors.rejectValue(field, refusal.messageKey(), refusal.arguments(), refusal.messageKey());
    }

    /**
     * An address inside this site, or the other if it is not: only a path, never a host, so that a link cannot lead a person away.
     */
    public static String insideOr(String address, String otherwise) {
        boolean inside = address.startsWith("/")
                && !address.startsWith("//")
                && !address.contains("\\")
                && address.chars().noneMatch(c -> c < 0x20 || c == 0x7f);
        if (!inside) {
            return otherwise;
        }
        try {
            return UriComponentsBuilder.fromUriString(address).build().getHost() == null ? address : otherwise;
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }
}
