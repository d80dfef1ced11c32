package hub.platform.site;

import hub.platform.content.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;

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
                        number(help, "lado"),
                        help.containsKey("onCall") ? number(help, "onCall") : null),
                assets());
    }

    /** The build wrote down what each file is called: platform/src/main/build/BuildAssets.java. */
    private static Site.Assets assets() {
        try {
            Properties names = PropertiesLoaderUtils.loadAllProperties("assets.properties");
            return new Site.Assets(
                    address(names, "hearth.css"),
                    address(names, "mark.svg"),
                    address(names, "icons.svg"),
                    address(names, "drafts.js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(Properties names, String file) {
        String name = names.getProperty(file);
        if (name == null) {
            throw new IllegalStateException("assets.properties does not name " + file + ": is the build complete?");
        }
        return "/assets/" + name;
    }

    private static Site.Number number(Map<?, ?> help, String key) {
        if (!(help.get(key) instanceof Map<?, ?> entry)) {
            throw new Content.ContentMistake("content/help.yml", 1, "\"" + key + "\" is missing");
        }
        Object hours = entry.get("hours");
        return Site.Number.of(
                String.valueOf(entry.get("name")),
                String.valueOf(entry.get("number")),
                hours == null ? "" : hours.toString());
    }

    /** Each feature has a bundle of its own, {@code messages/<feature>.properties}; all that are on the class path count. */
    @Bean
    MessageSource messageSource() throws IOException {
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
