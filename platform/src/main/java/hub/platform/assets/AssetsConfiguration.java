package hub.platform.assets;

import java.time.Duration;
import org.springframework.cache.concurrent.ConcurrentMapCache;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.resource.CachingResourceResolver;
import org.springframework.web.reactive.resource.EncodedResourceResolver;

@Configuration(proxyBeanMethods = false)
class AssetsConfiguration implements WebFluxConfigurer {
    /** A name holds a hash of its content, so what a browser has it never asks for again; compressed at build time. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(false)
                .addResolver(new PreferredEncodingResolver())
                .addResolver(new CachingResourceResolver(new ConcurrentMapCache("static-files")))
                .addResolver(new EncodedResourceResolver());
    }
}
