package hub.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a form of another site, also one with a right token: the token's cookie may have been planted. Every browser says where a form stood; what says nothing is none. */
final class OwnForms extends OncePerRequestFilter {
    private final String origin;

    /** @param origin what browsers call ours; behind a proxy this process would not know of its port */
    OwnForms(String origin) {
        this.origin = origin;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getMethod().equals(HttpMethod.POST.name())
                && !origin.equals(request.getHeader(HttpHeaders.ORIGIN))
                && CorsUtils.isCorsRequest(request)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
            return;
        }
        chain.doFilter(request, response);
    }
}
