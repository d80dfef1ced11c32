package hub.platform.web;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@Configuration(proxyBeanMethods = false)
class SiteConfiguration {

    @Bean
    Site site(Content content, @Value("${hearth.name}") String name, @Value("${hearth.council:}") String council) {
        Map<?, ?> help = (Map<?, ?>) content.yaml(content.folder("help.yml"));
        String configured = council.isEmpty() ? String.valueOf(help.get("council")) : council;
        return new Site(
                name,
                configured,
                new Site.Help(
                        number(help, "emergency"),
                        number(help, "dutyTeam"),
                        number(help, "officeHours"),
                        number(help, "lado")));
    }

    private static Site.Number number(Map<?, ?> help, String key) {
        if (!(help.get(key) instanceof Map<?, ?> entry)) {
            throw new Content.ContentMistake("content/help.yml", 1, "\"" + key + "\" is missing");
        }
        Object hours = entry.get("hours");
        return new Site.Number(
                String.valueOf(entry.get("name")),
                String.valueOf(entry.get("number")),
                hours == null ? "" : hours.toString());
    }

    /** Each feature has a bundle of its own, {@code messages/<feature>.properties}; all that are on the class path count. */
    @Bean
    MessageSource messageSource() throws java.io.IOException {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        for (var bundle : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
            messages.addBasenames(
                    "messages/" + String.valueOf(bundle.getFilename()).replace(".properties", ""));
        }
        return messages;
    }
}
