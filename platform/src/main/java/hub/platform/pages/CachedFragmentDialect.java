package hub.platform.pages;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/** {@code hearth:cached} and {@code hearth:for}: see the package. What comes out is put in as it is and not processed again. */
@Component
class CachedFragmentDialect extends AbstractProcessorDialect {
    private final FragmentCache cache;

    CachedFragmentDialect(FragmentCache cache) {
        super("Cached fragments", "hearth", StandardDialect.PROCESSOR_PRECEDENCE);
        this.cache = cache;
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Processor(prefix, cache));
    }

    private static final class Processor extends AbstractAttributeTagProcessor {
        /** After {@code th:each}, {@code th:if} and {@code th:with}, before everything that would look at the element's content. */
        private static final int PRECEDENCE = 900;

        private final String prefix;
        private final FragmentCache cache;

        Processor(String prefix, FragmentCache cache) {
            super(TemplateMode.HTML, prefix, null, false, "cached", true, PRECEDENCE, true);
            this.prefix = prefix;
            this.cache = cache;
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName attribute,
                String fragment,
                IElementTagStructureHandler structure) {
            Object value = StandardExpressions.getExpressionParser(context.getConfiguration())
                    .parseExpression(context, tag.getAttributeValue(prefix, "for"))
                    .execute(context);
            structure.replaceWith(cache.html(context.getConfiguration(), fragment, value), false);
        }
    }
}
