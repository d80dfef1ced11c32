package hub.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.web.util.HtmlUtils;

/** What Tomcat itself refuses, such as {@code /%zz} or cookies that are too long: a page in plain words in the place of its own. Tomcat makes it. */
public final class PlainRefusals extends ErrorReportValve {
    private final String page;

    public PlainRefusals() {
        Properties words = words();
        page = """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%1$s</title></head>
                <body><h1>%1$s</h1><p>%2$s</p><p><a href="/">%3$s</a></p></body></html>
                """.formatted(
                        HtmlUtils.htmlEscape(words.getProperty("problem.badRequest.title")),
                        HtmlUtils.htmlEscape(words.getProperty("problem.badRequest.what")),
                        HtmlUtils.htmlEscape(words.getProperty("problem.home")));
    }

    static TomcatContextCustomizer instead() {
        return context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(PlainRefusals.class.getName());
            }
        };
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType("text/html");
            response.setCharacterEncoding("UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            if (response.getReporter() != null) {
                response.getReporter().write(page);
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException gone) {
            // Whoever asked has left.
        }
    }

    private static Properties words() {
        try {
            return PropertiesLoaderUtils.loadProperties(
                    new EncodedResource(new ClassPathResource("signin-messages.properties"), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
