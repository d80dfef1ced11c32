package hub.platform.web.once;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/** Replaces an element by what a part comes to, for the value of {@code hearth:for}. It is put in as it is and not processed again. */
final class PartProcessor extends AbstractAttributeTagProcessor {
    /** After {@code th:each}, {@code th:if} and {@code th:with}, before everything that would look at the element's content. */
    private static final int PRECEDENCE = 900;

    /** In characters. */
    private static final int ROOM = 1 << 12;

    private final String prefix;
    private final BiFunction<String, @Nullable Object, Part> part;
    private final Parts parts;

    /** @param part makes it of a fragment and a value */
    PartProcessor(String prefix, String name, BiFunction<String, @Nullable Object, Part> part, Parts parts) {
        super(TemplateMode.HTML, prefix, null, false, name, true, PRECEDENCE, true);
        this.prefix = prefix;
        this.part = part;
        this.parts = parts;
    }

    @Override
    protected void doProcess(
            ITemplateContext context,
            IProcessableElementTag tag,
            AttributeName attribute,
            String fragment,
            IElementTagStructureHandler structure) {
        StringBuilder html = new StringBuilder(ROOM);
        parts.put(context.getConfiguration(), part.apply(fragment, value(context, tag)), html);
        structure.replaceWith(html, false);
    }

    private @Nullable Object value(ITemplateContext context, IProcessableElementTag tag) {
        return StandardExpressions.getExpressionParser(context.getConfiguration())
                .parseExpression(context, tag.getAttributeValue(prefix, "for"))
                .execute(context);
    }
}
