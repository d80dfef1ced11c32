package hub.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import reactor.core.publisher.Mono;

/** The same bytes from memory through the same WebFlux and Spring Security, without a session: as fast as a page of this stack can be. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoReactiveAutoConfiguration",
            "org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration"
        })
@EnableWebFluxSecurity
@Import(Reference.Pages.class)
class Reference {

    /** @param arguments port, folder with the pages */
    static void main(String... arguments) {
        new SpringApplicationBuilder(Reference.class)
                .web(WebApplicationType.REACTIVE)
                .properties(
                        "spring.config.name=reference",
                        "server.port=" + arguments[0],
                        "bench.folder=" + arguments[1],
                        "logging.level.root=WARN",
                        "spring.main.banner-mode=off")
                .run();
    }

    @Bean
    SecurityWebFilterChain open(ServerHttpSecurity http) {
        return http.authorizeExchange(paths -> paths.anyExchange().permitAll())
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieServerCsrfTokenRepository()))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives("default-src 'self'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    @Controller
    static class Pages {
        private final Map<String, byte[]> pages = new ConcurrentHashMap<>();
        private final Path folder;

        Pages(@Value("${bench.folder}") Path folder) {
            this.folder = folder;
        }

        @GetMapping("/{name:[a-z0-9-]+}")
        @ResponseBody
        Mono<ResponseEntity<byte[]>> page(@PathVariable String name) {
            return Mono.fromSupplier(() -> ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                    .body(pages.computeIfAbsent(name, this::read)));
        }

        private byte[] read(String name) {
            try {
                return Files.readAllBytes(folder.resolve(name + ".html"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
