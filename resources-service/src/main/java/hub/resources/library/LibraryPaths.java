package hub.resources.library;

import hub.platform.requests.UploadPaths;
import hub.platform.security.PublicPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Guides are public, each as far as its audience allows; what staff do and what is somebody's own needs a sign-in. */
@Configuration(proxyBeanMethods = false)
class LibraryPaths {

    @Bean
    PublicPaths publicLibrary() {
        return PublicPaths.of(
                "/library",
                "/library/search",
                "/library/for/{audience}",
                "/library/topics/{topic}",
                "/library/standards/{number}",
                "/library/{slug}",
                "/library/{slug}/files/{id}/{name}");
    }

    @Bean
    UploadPaths libraryUploads() {
        return UploadPaths.of("/library/{slug}/files");
    }
}
