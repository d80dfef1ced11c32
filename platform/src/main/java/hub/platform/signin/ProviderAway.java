package hub.platform.signin;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The OpenID Connect provider could not be asked for its addresses. Nobody can sign in just now; the rest of the hub goes on. */
public final class ProviderAway extends ResponseStatusException {
    private static final long serialVersionUID = 1L;

    public ProviderAway(Throwable cause) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "The sign-in provider cannot be reached", cause);
    }
}
