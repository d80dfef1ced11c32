package hub.platform.web.once;

import com.github.benmanes.caffeine.cache.Cache;
import java.io.StringWriter;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/** Replaces an element by a fragment's output, from memory if there is one for an equal value. */
final class OnceProcessor extends AbstractAttributeTagProcessor {
    /** After {@code th:each}, {@code th:if} and {@code th:with}, before everything that would look at the element's content. */
    private static final int PRECEDENCE = 900;

    private static final int MOST_ASCII = 0x7f;

    private final String prefix;
    private final Cache<Key, String> kept;

    OnceProcessor(String prefix, Cache<Key, String> kept) {
        super(TemplateMode.HTML, prefix, null, false, "once", true, PRECEDENCE, true);
        this.prefix = prefix;
        this.kept = kept;
    }

    @Override
    protected void doProcess(
            ITemplateContext context,
            IProcessableElementTag tag,
            AttributeName attribute,
            String fragment,
            IElementTagStructureHandler structure) {
        Object value = value(context, tag);
        Key key = new Key(fragment, value);
        String html = kept.getIfPresent(key);
        if (html == null) {
            html = render(context, fragment, value);
            kept.put(key, html);
        }
        structure.replaceWith(html, false);
    }

    private @Nullable Object value(ITemplateContext context, IProcessableElementTag tag) {
        return StandardExpressions.getExpressionParser(context.getConfiguration())
                .parseExpression(context, tag.getAttributeValue(prefix, "for"))
                .execute(context);
    }

    /** In a context of its own, in which there is the value and nothing else. */
    private static String render(ITemplateContext context, String fragment, @Nullable Object value) {
        String[] parts = fragment.split("\\s*::\\s*", 2);
        Context alone = new Context(context.getLocale(), Map.of());
        alone.setVariable("it", value);
        StringWriter html = new StringWriter();
        context.getConfiguration()
                .getTemplateManager()
                .parseAndProcess(new TemplateSpec(parts[0], Set.of(parts[1]), TemplateMode.HTML, null), alone, html);
        return light(html.toString());
    }

    /**
     * A few characters beyond ASCII, such as ’ and ·, would double a string's memory and slow down each writing of it; as references they are the
     * same to a browser. Text in another script stays as it is.
     */
    private static String light(String html) {
        long beyond = html.chars().filter(c -> c > MOST_ASCII).count();
        if (beyond == 0 || beyond * 20 > html.length()) {
            return html;
        }
        StringBuilder light = new StringBuilder(html.length() + 6 * (int) beyond);
        html.codePoints().forEach(c -> {
            if (c > MOST_ASCII) {
                light.append("&#").append(c).append(';');
            } else {
                light.append((char) c);
            }
        });
        return light.toString();
    }

    /** @param value with {@code equals} over all that the fragment shows */
    record Key(String fragment, @Nullable Object value) {}
}
