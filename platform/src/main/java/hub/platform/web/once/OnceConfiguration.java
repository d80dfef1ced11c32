package hub.platform.web.once;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.templateresolver.ITemplateResolver;

@Configuration(proxyBeanMethods = false)
class OnceConfiguration {

    /** As Spring Boot would make it, of our own kind. */
    @Bean
    PageEngine templateEngine(
            Parts parts,
            ThymeleafProperties settings,
            ObjectProvider<ITemplateResolver> resolvers,
            ObjectProvider<IDialect> dialects) {
        PageEngine engine = new PageEngine(parts);
        engine.setEnableSpringELCompiler(settings.isEnableSpringElCompiler());
        engine.setRenderHiddenMarkersBeforeCheckboxes(settings.isRenderHiddenMarkersBeforeCheckboxes());
        resolvers.orderedStream().forEach(engine::addTemplateResolver);
        dialects.orderedStream().forEach(engine::addDialect);
        return engine;
    }
}
