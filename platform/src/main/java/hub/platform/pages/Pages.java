package hub.platform.pages;

import hub.platform.forms.Form;
import hub.platform.guard.Advice;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.util.UriComponentsBuilder;

/** The answers that controllers give. */
public final class Pages {
    private Pages() {}

    /**
     * A page.
     *
     * @param template such as {@code threads/thread}
     * @param page all that it shows; the template sees it as {@code page}
     */
    public static Rendering show(String template, Object page) {
        return Rendering.view(template).modelAttribute("page", page).build();
    }

    /**
     * A page with a form, as it is shown first, and again with what was typed and what is wrong: 422 if it can be mended there, 409 if things changed
     * meanwhile.
     */
    public static Rendering show(String template, Object page, Form<?> form) {
        Rendering.Builder<?> shown = Rendering.view(template)
                .status(form.status())
                .modelAttribute("page", page)
                .modelAttribute(Form.NAME, form.value())
                .modelAttribute(BindingResult.MODEL_KEY_PREFIX + Form.NAME, form.errors());
        Advice advice = form.advice();
        return advice == null
                ? shown.build()
                : shown.modelAttribute("advice", advice).build();
    }

    /** A page that anybody may read, with what other sites show of a link to it. */
    public static Rendering shared(Rendering page, Share share) {
        Rendering.Builder<?> shown = Rendering.view(String.valueOf(page.view())).modelAttribute("share", share);
        page.modelAttributes().forEach(shown::modelAttribute);
        return shown.build();
    }

    /** A page that says why something could not be done, where there is no form to say it beside: 409. */
    public static Rendering refuse(String template, Object page) {
        return Rendering.view(template)
                .status(HttpStatus.CONFLICT)
                .modelAttribute("page", page)
                .build();
    }

    /** After a POST that worked: 303, so that a reload does not post again. */
    public static Rendering seeOther(String path) {
        return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
    }

    /** The thing has another address now: 301. */
    public static Rendering moved(String path) {
        return Rendering.redirectTo(path).status(HttpStatus.MOVED_PERMANENTLY).build();
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
