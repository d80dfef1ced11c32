package hub.resources.library;

import hub.platform.requests.UploadPaths;
import hub.platform.security.PublicPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LibraryPaths {

    @Bean
    PublicPaths publicLibrary() {
        return PublicPaths.of("/library/**");
    }

    @Bean
    UploadPaths libraryUploads() {
        return UploadPaths.of("/library/{slug}/files");
    }
}
