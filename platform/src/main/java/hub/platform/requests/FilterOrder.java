package hub.platform.requests;

import org.springframework.core.Ordered;

/** In which order filters look at a request. Spring Security's chains stand at -100, between {@link #FORM_BODY} and {@link #APPROVED_GATE}. */
public final class FilterOrder {
    /** The request's line in the log learns the pattern of its address. */
    public static final int REQUEST_LOG = Ordered.HIGHEST_PRECEDENCE;

    /** All that comes after is ended when MongoDB does not answer. */
    public static final int OUTAGE = Ordered.HIGHEST_PRECEDENCE + 1;

    /** What is no form is refused before the form token is looked for in it. */
    public static final int FORM_BODY = Ordered.HIGHEST_PRECEDENCE + 2;

    /** It is known who has signed in; only the approved pass, but for what is public. */
    public static final int APPROVED_GATE = 100;

    /** For filters of features: it is known who asks, and that they may. */
    public static final int FEATURES = 110;

    private FilterOrder() {}
}
