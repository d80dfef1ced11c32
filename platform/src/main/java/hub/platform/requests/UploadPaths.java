package hub.platform.requests;

import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Addresses whose forms may bring files, as a feature declares them in a bean. Nowhere else is a form with files read at all. */
public final class UploadPaths {
    private final List<PathPattern> patterns;

    private UploadPaths(List<PathPattern> patterns) {
        this.patterns = patterns;
    }

    public static UploadPaths of(String... patterns) {
        return new UploadPaths(List.of(patterns).stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList());
    }

    boolean contain(PathContainer path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
