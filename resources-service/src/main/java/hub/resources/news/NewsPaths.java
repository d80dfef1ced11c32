package hub.resources.news;

import hub.platform.security.PublicPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NewsPaths {

    /** The list and the items, but no act upon one: what an editor sends after their session ended must lead to the sign-in, not to 404. */
    @Bean
    PublicPaths publicNews() {
        return PublicPaths.of(
                "/news",
                "/news/latest",
                "/news/blog",
                "/news/feed.atom",
                "/news/blog/feed.atom",
                "/news/{id:[0-9a-z]{12}}",
                "/news/{id:[0-9a-z]{12}}/{slug:(?!(?:edit|archive|bring-back|read|readers|review|approve|send-back|take-back|versions)$).+}");
    }
}
