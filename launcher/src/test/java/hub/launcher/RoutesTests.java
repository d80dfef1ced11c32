package hub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** From the address to the file in one step: the first segment names the package, the templates and the messages. */
class RoutesTests {
    private static final Path LIST = Path.of("..", "docs", "routes.md");

    private record Route(String path, String verb, Class<?> controller, String method) implements Comparable<Route> {
        String feature() {
            String first = path.substring(1).split("/")[0];
            return first.isEmpty() ? "home" : first.replace("-", "");
        }

        String service() {
            return controller.getName().split("\\.")[1];
        }

        @Override
        public int compareTo(Route other) {
            return (path + " " + verb).compareTo(other.path + " " + other.verb);
        }
    }

    @Test
    void theFirstSegmentNamesThePackageTheTemplatesAndTheMessages() {
        assertThat(routes()).isNotEmpty().allSatisfy(route -> {
            // A feature that has grown has its controllers beside each of its parts.
            assertThat(route.controller().getPackageName())
                    .as(route.path())
                    .matches("hub[.]" + route.service() + "[.]" + route.feature() + "([.][a-z]+)?[.]web");
            assertThat(getClass().getResource("/templates/" + route.feature()))
                    .as("templates/" + route.feature())
                    .isNotNull();
            assertThat(getClass().getResource("/messages/" + route.feature() + ".properties"))
                    .as("messages/" + route.feature() + ".properties")
                    .isNotNull();
        });
    }

    @Test
    void theListInTheDocsIsUpToDate() throws IOException {
        StringBuilder list =
                new StringBuilder("# Routes\n\nWritten by `RoutesTests` from the controllers; do not edit.\n\n"
                        + "| route | controller and method | package |\n| --- | --- | --- |\n");
        for (Route route : routes()) {
            String controller = route.controller().getSimpleName();
            list.append("| `%s %s` | [`%s.%s`](%s) | `%s` |\n"
                    .formatted(
                            route.verb(),
                            route.path(),
                            controller,
                            route.method(),
                            source(route.controller()),
                            route.controller().getPackageName()));
        }
        String before = Files.exists(LIST) ? Files.readString(LIST) : "";
        if (!before.contentEquals(list)) {
            Files.writeString(LIST, list);
        }
        assertThat(before)
                .as("docs/routes.md was out of date and has been written anew: look at it and commit it")
                .isEqualTo(list.toString());
    }

    /** @return where the class is written, from docs/ */
    private static String source(Class<?> type) {
        String file = "src/main/java/" + type.getName().replace('.', '/') + ".java";
        return Stream.of("platform", "forum-service", "resources-service")
                .map(module -> "../" + module + "/" + file)
                .filter(path -> Files.exists(LIST.resolveSibling(path)))
                .findFirst()
                .orElseThrow();
    }

    private static TreeSet<Route> routes() {
        TreeSet<Route> routes = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter().importPackages("hub.platform", "hub.forum", "hub.resources")) {
            if (type.isAnnotatedWith(Controller.class)) {
                Class<?> controller = type.reflect();
                Arrays.stream(controller.getDeclaredMethods())
                        .flatMap(method -> routes(method, controller))
                        .forEach(routes::add);
            }
        }
        return routes;
    }

    private static Stream<Route> routes(Method method, Class<?> controller) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (mapping == null) {
            return Stream.empty();
        }
        String verb = Arrays.stream(mapping.method())
                .map(Enum::name)
                .findFirst()
                .orElse("ANY")
                .toUpperCase(Locale.ROOT);
        return List.of(mapping.path()).stream().map(path -> new Route(path, verb, controller, method.getName()));
    }
}
