package hub.platform.web.once;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/** Replaces an element by what a fragment comes to for the value of {@code hearth:for}. It is put in as it is and not processed again. */
abstract class PartProcessor extends AbstractAttributeTagProcessor {
    /** After {@code th:each}, {@code th:if} and {@code th:with}, before everything that would look at the element's content. */
    private static final int PRECEDENCE = 900;

    private final String prefix;

    PartProcessor(String prefix, String name) {
        super(TemplateMode.HTML, prefix, null, false, name, true, PRECEDENCE, true);
        this.prefix = prefix;
    }

    @Override
    protected void doProcess(
            ITemplateContext context,
            IProcessableElementTag tag,
            AttributeName attribute,
            String fragment,
            IElementTagStructureHandler structure) {
        structure.replaceWith(html(context.getConfiguration(), fragment, value(context, tag)), false);
    }

    private @Nullable Object value(ITemplateContext context, IProcessableElementTag tag) {
        return StandardExpressions.getExpressionParser(context.getConfiguration())
                .parseExpression(context, tag.getAttributeValue(prefix, "for"))
                .execute(context);
    }

    abstract String html(IEngineConfiguration templates, String fragment, @Nullable Object value);
}
