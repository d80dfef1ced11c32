package hub.signin;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Asks MongoDB whether it is there before anything is asked of it, so that a page says so at once; nobody signs in often enough for that to cost
 * anything. Stands before sessions, which would hang first.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class WhenMongoIsAway implements Filter {
    private static final Logger LOG = LoggerFactory.getLogger(WhenMongoIsAway.class);
    private static final long PATIENCE_MILLIS = 1_000;

    private final MongoClient mongo;
    private final ObjectProvider<ThymeleafViewResolver> views;
    private final ObjectProvider<PageModel> pages;

    WhenMongoIsAway(MongoClient mongo, ObjectProvider<ThymeleafViewResolver> views, ObjectProvider<PageModel> pages) {
        this.mongo = mongo;
        this.views = views;
        this.pages = pages;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        if (asked.getRequestURI().startsWith(asked.getContextPath() + "/assets/")) {
            chain.doFilter(request, response);
            return;
        }
        try {
            mongo.getDatabase("admin")
                    .withTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .runCommand(new Document("ping", 1));
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (response.isCommitted() || !isOfMongo(e)) {
                throw e;
            }
            LOG.warn("MongoDB does not answer: {}", e.getClass().getSimpleName());
            sayLater(asked, (HttpServletResponse) response);
        }
    }

    private static boolean isOfMongo(Throwable failure) {
        Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof MongoException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private void sayLater(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.reset();
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, "10");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
        response.setContentType("text/html;charset=UTF-8");
        try {
            @Nullable View page = views.getObject().resolveViewName("problem", Locale.UK);
            if (page != null) {
                page.render(model(), request, response);
            }
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private Map<String, Object> model() {
        PageModel everyPages = pages.getObject();
        return Map.of(
                "kind",
                "unavailable",
                "site",
                everyPages.site(),
                "hub",
                everyPages.hub(),
                "hubSignIn",
                everyPages.hubSignIn(),
                "assets",
                everyPages.assets());
    }
}
