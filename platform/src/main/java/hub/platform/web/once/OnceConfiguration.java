package hub.platform.web.once;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringWebFluxTemplateEngine;

@Configuration(proxyBeanMethods = false)
class OnceConfiguration {

    @Bean
    static BeanPostProcessor linksEverywhere() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String beanName) {
                if (bean instanceof SpringWebFluxTemplateEngine engine) {
                    engine.setLinkBuilder(new LinksEverywhere());
                }
                return bean;
            }
        };
    }

    /** {@code @{…}} in a fragment that is rendered once, without a request: the hub stands at the root of its origin. */
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
