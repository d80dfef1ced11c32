package hub.platform.pages;

import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.MediaType;
import org.thymeleaf.context.IContext;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringWebFluxTemplateEngine;
import reactor.core.publisher.Mono;

/**
 * Writes a page as a whole before it takes a buffer for it. Thymeleaf (3.1.5) writes into the buffer, and leaves it behind for ever when a template fails:
 * a fault in one template, asked for often enough, takes all memory outside of Java's heap, and with it the connections to MongoDB. A string is
 * also turned into bytes much faster than single characters are.
 */
final class PageRenderer extends SpringWebFluxTemplateEngine {
    /** In characters: most pages fit. */
    private static final int ROOM = 1 << 15;

    PageRenderer() {
        setLinkBuilder(new LinksEverywhere());
    }

    @Override
    public Publisher<DataBuffer> processStream(
            String template,
            @Nullable Set<String> markupSelectors,
            IContext context,
            DataBufferFactory buffers,
            MediaType mediaType,
            Charset charset,
            int responseMaxChunkSizeBytes) {
        return Mono.fromCallable(() -> {
            StringWriter page = new StringWriter(ROOM);
            process(template, markupSelectors, context, page);
            return buffers.wrap(page.toString().getBytes(charset));
        });
    }

    /** {@code @{…}} in a fragment that is rendered alone, without a request: the hub stands at the root of its origin. */
    private static final class LinksEverywhere extends StandardLinkBuilder {
        @Override
        protected @Nullable String computeContextPath(
                IExpressionContext context, @Nullable String base, @Nullable Map<String, Object> parameters) {
            return context instanceof IWebContext ? super.computeContextPath(context, base, parameters) : "";
        }

        @Override
        protected String processLink(IExpressionContext context, String link) {
            return context instanceof IWebContext ? super.processLink(context, link) : link;
        }
    }
}
