package hub.platform.security;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Paths that need no sign-in, as a feature declares them in a bean. What is behind them still asks who the viewer is and shows what is
 * public alone to those who are not approved.
 */
public record PublicPaths(List<String> patterns, boolean takesFromElsewhere) {

    public static PublicPaths of(String... patterns) {
        return new PublicPaths(List.of(patterns), false);
    }

    /** Forms for them may come from anywhere, without a form token: what is in the address is the right to send them, not who is signed in. */
    public PublicPaths alsoFromElsewhere() {
        return new PublicPaths(patterns, true);
    }

    /** All that the features of this process declare. */
    @Component
    public static class All {
        private final List<PathPattern> patterns;
        private final List<PathPattern> fromElsewhere;

        All(ObjectProvider<PublicPaths> declared) {
            patterns =
                    declared.stream().flatMap(paths -> paths.parsed().stream()).toList();
            fromElsewhere = declared.stream()
                    .filter(PublicPaths::takesFromElsewhere)
                    .flatMap(paths -> paths.parsed().stream())
                    .toList();
        }

        public boolean takesFromElsewhere(PathContainer path) {
            return anyMatches(fromElsewhere, path);
        }

        public boolean contains(PathContainer path) {
            return anyMatches(patterns, path);
        }
    }

    List<PathPattern> parsed() {
        return patterns.stream().map(PathPatternParser.defaultInstance::parse).toList();
    }

    /** Asked several times for each request: a loop, as a stream is most of the cost. */
    static boolean anyMatches(List<PathPattern> patterns, PathContainer path) {
        for (PathPattern pattern : patterns) {
            if (pattern.matches(path)) {
                return true;
            }
        }
        return false;
    }
}
