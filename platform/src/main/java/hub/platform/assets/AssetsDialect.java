package hub.platform.assets;

import hub.platform.site.Site;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** {@code ${#assets.css}}: where the files are that browsers keep; in every template, also in parts that are rendered once and see no model. */
@Component
class AssetsDialect extends AbstractDialect implements IExpressionObjectDialect {
    private static final String NAME = "assets";

    private final Site.Assets assets;

    AssetsDialect(Site site) {
        super("Assets");
        this.assets = site.assets();
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new IExpressionObjectFactory() {
            @Override
            public Set<String> getAllExpressionObjectNames() {
                return Set.of(NAME);
            }

            @Override
            public Object buildObject(IExpressionContext context, String name) {
                return assets;
            }

            @Override
            public boolean isCacheable(String name) {
                return true;
            }
        };
    }
}
