package hub.platform.web;

import hub.platform.identity.Viewer;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.CacheControl;
import org.springframework.http.ReactiveHttpInputMessage;
import org.springframework.http.codec.FormHttpMessageReader;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebFluxConfigurer {
    private final CurrentViewer viewers;

    WebConfiguration(CurrentViewer viewers) {
        this.viewers = viewers;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == Viewer.class;
            }

            @Override
            public Mono<Object> resolveArgument(
                    MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
                return viewers.of(exchange).cast(Object.class);
            }
        });
    }

    /** A form that is not written as forms are is the sender's slip, not ours. */
    @Override
    public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
        codecs.customCodecs().registerWithDefaultConfig(new FormHttpMessageReader() {
            @Override
            public Mono<MultiValueMap<String, String>> readMono(
                    ResolvableType type, ReactiveHttpInputMessage message, Map<String, Object> hints) {
                return super.readMono(type, message, hints)
                        .onErrorMap(
                                IllegalArgumentException.class,
                                broken -> new ServerWebInputException("Not a form", null, broken));
            }
        });
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic());
    }
}
