package hub.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.RequestCache;

/** What one browser's session here knows: who is signed in, and where they came from. */
final class BrowserSession {
    /** For signing in to the hub again without typing; the hub has limits of its own. */
    private static final Duration IDLE = Duration.ofHours(12);

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final RequestCache cameFrom;
    private final KnownDevices devices;
    private final Settings settings;

    BrowserSession(RequestCache cameFrom, KnownDevices devices, Settings settings) {
        this.devices = devices;
        this.cameFrom = cameFrom;
        this.settings = settings;
    }

    /**
     * Signs in, in a new session: the one before may have been planted, and is ended. The token for forms stays, so that the sign-in page in another tab can still
     * be sent; one that was planted is of no use, as forms of other sites are refused whatever token they bring.
     */
    void begin(Person person, HttpServletRequest request, HttpServletResponse response) {
        Authentication authentication =
                UsernamePasswordAuthenticationToken.authenticated(person.subject(), null, List.of());
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        devices.remember(person, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        request.getSession().setMaxInactiveInterval((int) IDLE.toSeconds());
    }

    void end(HttpServletRequest request, HttpServletResponse response) {
        new SecurityContextLogoutHandler()
                .logout(request, response, SecurityContextHolder.getContext().getAuthentication());
    }

    /**
     * Where to go after signing in: on with the hub's request; else to the hub's start, which remembers the page that was asked for and finds out here who signed
     * in. Only the session says, nothing that a browser sends.
     */
    String next(HttpServletRequest request, HttpServletResponse response) {
        return cameFrom.getRequest(request, response) instanceof DefaultSavedRequest saved
                ? settings.issuer() + "/oauth2/authorize?" + saved.getQueryString()
                : settings.hubSignIn();
    }
}
