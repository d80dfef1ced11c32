package hub.platform.pages;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.templateresolver.ITemplateResolver;

@Configuration(proxyBeanMethods = false)
class PagesConfiguration {
    /** As Spring Boot would make it, of our own kind. */
    @Bean
    PageRenderer templateEngine(
            ThymeleafProperties settings,
            ObjectProvider<ITemplateResolver> resolvers,
            ObjectProvider<IDialect> dialects) {
        PageRenderer engine = new PageRenderer();
        engine.setEnableSpringELCompiler(settings.isEnableSpringElCompiler());
        engine.setRenderHiddenMarkersBeforeCheckboxes(settings.isRenderHiddenMarkersBeforeCheckboxes());
        resolvers.orderedStream().forEach(engine::addTemplateResolver);
        dialects.orderedStream().forEach(engine::addDialect);
        return engine;
    }
}
