package hub.forum.accounts.imports;

import hub.platform.requests.UploadPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImportPaths {
    /** A table can come as a file. */
    @Bean
    UploadPaths peopleUploads() {
        return UploadPaths.of("/accounts/import");
    }
}
