package hub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.DurationStyle;
import org.yaml.snakeyaml.Yaml;

/**
 * docker-compose.yml, what it mounts, and the settings of the services say the same. There is no Docker where this is built, so names, ports and
 * variables are held together here.
 */
class DeploymentTests {
    private static final Path ROOT = Path.of("..");
    private static final List<String> OWN = List.of("forum-service", "resources-service");
    private static final Pattern SETTING = Pattern.compile("\\$\\{([A-Z][A-Z_]*)[:}]");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z_]*)(:[?-][^}]*)?}");

    private final Map<String, Object> compose = yaml(ROOT.resolve("docker-compose.yml"));
    private final Map<String, Object> platform = yaml(resources("platform", "platform.yml"));
    private final String composeText = text(ROOT.resolve("docker-compose.yml"));
    private final String caddyfile = text(ROOT.resolve("deploy/Caddyfile"));
    private final String dockerfile = text(ROOT.resolve("deploy/Dockerfile"));
    private final String operations = text(ROOT.resolve("docs/operations.md"));

    @Test
    void whatTheServicesAreToldIsWhatTheyListenTo() {
        Set<String> known = new TreeSet<>(settings());
        known.add("SERVER_PORT");
        for (String service : OWN) {
            assertThat(environment(service).keySet()).as(service).isSubsetOf(known);
        }
        assertThat(found(dockerfile, "(?m)^(?:ENV|   ) ([A-Z_]+)="))
                .isNotEmpty()
                .isSubsetOf(known);
        assertThat(environment("forum-service")).containsKey("HEARTH_RESOURCES");
    }

    @Test
    void theHandbookNamesEverySetting() {
        assertThat(settings())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(operations).contains("`" + name + "`"));
        assertThat(variables()).allSatisfy(name -> assertThat(operations).contains("`" + name + "`"));
    }

    @Test
    void theProxyHasWhatItsFileAsksFor() {
        Map<String, String> given = environment("caddy");
        assertThat(found(caddyfile, "\\{\\$([A-Z_]+)}")).isEqualTo(new TreeSet<>(given.keySet()));
        assertThat(given.get("FORUM_SERVICE")).isEqualTo("forum-service:" + port("forum-service"));
        assertThat(given.get("RESOURCES_SERVICE")).isEqualTo("resources-service:" + port("resources-service"));
        assertThat(given.get("SIGN_IN_SERVICE")).isEqualTo("keycloak:8080");
        assertThat(environment("forum-service").get("HEARTH_RESOURCES"))
                .isEqualTo("http://resources-service:" + port("resources-service"));
    }

    @Test
    void eachPathGoesToTheServiceThatHasIt() {
        Set<String> sent = found(line(caddyfile, "@resources path"), "/([a-z-]+)(?= |$)");
        assertThat(found(line(caddyfile, "@resources path"), "/([a-z-]+)/\\*")).isEqualTo(sent);
        assertThat(sent)
                .containsExactlyInAnyOrder(
                        "news", "library", "training", "policies", "campaigns", "local-offer", "resources");
        assertThat(sent).containsAll(firstSegments("resources"));
        assertThat(firstSegments("forum")).isNotEmpty().doesNotContainAnyElementsOf(sent);
        assertThat(firstSegments("platform")).isNotEmpty().doesNotContainAnyElementsOf(sent);
    }

    @Test
    void nothingButTheProxyCanBeReachedFromOutside() {
        for (String service : services().keySet()) {
            List<?> ports = (List<?>) service(service).getOrDefault("ports", List.of());
            if (service.equals("caddy")) {
                assertThat(ports).hasSize(2);
            } else {
                assertThat(ports.stream().map(Object::toString)).allMatch(port -> port.startsWith("127.0.0.1:"));
            }
        }
    }

    @Test
    void noSecretHasADefault() throws IOException {
        Map<String, String> example = new HashMap<>();
        for (String line : Files.readAllLines(ROOT.resolve(".env.example"))) {
            String plain = line.startsWith("#") ? line.substring(1) : line;
            if (plain.matches("[A-Z_]+=.*")) {
                example.put(plain.substring(0, plain.indexOf('=')), plain.substring(plain.indexOf('=') + 1));
            }
        }
        assertThat(example.keySet()).isEqualTo(variables());
        for (String name : variables()) {
            List<String> uses = VARIABLE.matcher(composeText)
                    .results()
                    .filter(use -> use.group(1).equals(name))
                    .map(use -> use.group(2) == null ? "" : use.group(2))
                    .toList();
            if (name.matches(".*(PASSWORD|SECRET|KEY)")) {
                assertThat(example.get(name)).as(name).isEmpty();
                assertThat(uses).as(name).noneMatch(use -> use.startsWith(":-"));
                assertThat(uses).as(name).anyMatch(use -> use.startsWith(":?"));
            } else {
                assertThat(uses).as(name).anyMatch(use -> use.startsWith(":?") || use.startsWith(":-"));
            }
        }
    }

    @Test
    void theProviderKnowsTheHubAsTheHubKnowsItself() {
        Map<String, Object> realm = yaml(ROOT.resolve("deploy/keycloak/realm.json"));
        Map<?, ?> client = (Map<?, ?>) ((List<?>) realm.get("clients")).getFirst();
        Map<String, String> forum = environment("forum-service");
        Map<String, Object> registration = map(platform, "spring", "security", "oauth2", "client", "registration");
        assertThat(registration).containsOnlyKeys("hearth");
        String redirect = String.valueOf(map(registration, "hearth").get("redirect-uri"))
                .replace("{baseUrl}", "${HEARTH_ORIGIN}")
                .replace("{registrationId}", "hearth");

        assertThat(client.get("clientId")).isEqualTo(forum.get("HEARTH_CLIENT_ID"));
        assertThat(client.get("secret")).isEqualTo("${HEARTH_CLIENT_SECRET}");
        assertThat(client.get("redirectUris")).isEqualTo(List.of(redirect));
        assertThat((Map<?, ?>) client.get("attributes"))
                .isEqualTo(Map.of(
                        "pkce.code.challenge.method", "S256",
                        "post.logout.redirect.uris", "${HEARTH_ORIGIN}/sign-in/out"));
        assertThat(text(ROOT.resolve("docs/routes.md"))).contains("`GET /sign-in/out`");
        assertThat(forum.get("HEARTH_ISSUER")).endsWith("}/realms/" + realm.get("realm"));
        assertThat(forum.get("HEARTH_ISSUER_INSIDE")).isEqualTo("http://keycloak:8080/realms/" + realm.get("realm"));
        assertThat(realm).doesNotContainKey("users").containsEntry("verifyEmail", true);
        assertThat(text(ROOT.resolve("pom.xml")))
                .as("the Keycloak that is tested is the one that is run")
                .contains("<keycloak.version>"
                        + String.valueOf(service("keycloak").get("image")).split(":")[1] + ".");
        assertThat(environment("keycloak").keySet())
                .containsAll(found(text(ROOT.resolve("deploy/keycloak/realm.json")), "\\$\\{([A-Z_]+)}"));
    }

    @Test
    void theDatabaseIsTheOneThatTheServicesLookFor() {
        Map<String, String> mongodb = environment("mongodb");
        String start = text(ROOT.resolve("deploy/mongodb/start.sh"));
        String initiate = text(ROOT.resolve("deploy/mongodb/initiate.js"));
        for (String service : OWN) {
            assertThat(environment(service).get("MONGODB_URI"))
                    .startsWith("mongodb://hearth:${MONGODB_PASSWORD")
                    .endsWith("@" + mongodb.get("MONGODB_HOST") + "/hearth?replicaSet=hearth&authSource=hearth");
        }
        assertThat(start).contains("--replSet hearth", "--keyFile");
        assertThat(initiate).contains("_id: 'hearth'", "getSiblingDB('hearth')", "user: 'hearth'");
        assertThat(service("mongodb").get("hostname")).isEqualTo("mongodb");
        assertThat(found(start + text(ROOT.resolve("deploy/mongodb/initiate.sh")), "\\$\\{?(MONGODB_[A-Z]+)"))
                .containsAll(found(initiate, "\\b(MONGODB_HOST)\\b"))
                .contains("MONGODB_KEY");
        assertThat(mongodb.keySet()).containsAll(found(initiate, "\\b(MONGODB_[A-Z_]+)\\b"));
    }

    @Test
    void aServiceCountsAsHealthyWhenItIsReady() {
        Map<String, Object> management = map(platform, "management");
        assertThat(map(management, "endpoints", "web").get("base-path")).isEqualTo("/");
        assertThat(String.valueOf(map(management, "endpoint", "health", "group", "readiness")
                        .get("include")))
                .contains("mongo");
        for (String service : OWN) {
            Map<String, String> told = environment(service);
            List<String> asks =
                    List.of("CMD", "bash", "/app/healthy.sh", told.get("HEARTH_MANAGEMENT_PORT"), "/health/readiness");
            assertThat(map(service(service), "healthcheck").get("test")).isEqualTo(asks);
            assertThat(line(dockerfile, "HEALTHCHECK"))
                    .endsWith(asks.stream()
                            .skip(1)
                            .map(word -> "\"" + word + "\"")
                            .collect(Collectors.joining(", ", "CMD [", "]")));
            assertThat(told.get("HEARTH_MANAGEMENT_PORT")).isNotEqualTo(told.get("SERVER_PORT"));
            Duration grace =
                    DurationStyle.detectAndParse(String.valueOf(service(service).get("stop_grace_period")));
            Duration finishing = DurationStyle.detectAndParse(
                    String.valueOf(map(platform, "spring", "lifecycle").get("timeout-per-shutdown-phase")));
            assertThat(grace).isGreaterThan(finishing);
        }
    }

    @Test
    void allThatIsWaitedForSaysWhetherItIsHealthy() {
        services().keySet().forEach(name -> {
            assertThat(service(name)).as(name).containsEntry("restart", "unless-stopped");
            assertThat(service(name)).as(name).containsKey("healthcheck");
            map(service(name), "depends_on")
                    .keySet()
                    .forEach(needed ->
                            assertThat(services()).as(name + " needs " + needed).containsKey(needed));
        });
        OWN.forEach(name ->
                assertThat(map(service(name), "depends_on", "mongodb")).containsEntry("condition", "service_healthy"));
    }

    @Test
    void allThatIsMountedOrCopiedIsThere() {
        List<String> paths = new ArrayList<>();
        for (String service : services().keySet()) {
            for (Object volume : (List<?>) service(service).getOrDefault("volumes", List.of())) {
                String source = volume.toString().split(":")[0];
                if (source.startsWith("./")) {
                    paths.add(source);
                } else {
                    assertThat(map(compose, "volumes")).containsKey(source);
                }
            }
        }
        paths.addAll(found(dockerfile, "(?m)^COPY (deploy/\\S+)"));
        assertThat(paths)
                .hasSizeGreaterThan(4)
                .allSatisfy(path -> assertThat(ROOT.resolve(path)).exists());
        for (String service : OWN) {
            Map<String, Object> build = map(service(service), "build");
            assertThat(ROOT.resolve(String.valueOf(build.get("dockerfile")))).exists();
            assertThat(map(build, "args")).isEqualTo(Map.of("SERVICE", service));
            assertThat(text(ROOT.resolve(service).resolve("pom.xml"))).contains("spring-boot-maven-plugin");
            assertThat(dockerfile).contains(service);
        }
    }

    @Test
    void theImageRunsAsNobodyInParticular() {
        List<String> steps =
                dockerfile.lines().filter(step -> step.matches("[A-Z]+ .*")).toList();
        List<String> last = steps.subList(
                steps.lastIndexOf(steps.stream()
                        .filter(step -> step.startsWith("FROM"))
                        .toList()
                        .getLast()),
                steps.size());
        assertThat(last).contains("USER hearth").noneMatch(step -> step.contains("USER root"));
        assertThat(last.indexOf("USER hearth")).isLessThan(last.indexOf(line(dockerfile, "ENTRYPOINT")));
        assertThat(last.stream().filter(step -> step.contains("--from=layers")).map(step -> step.split("/")[3]))
                .as("what changes least first")
                .containsExactly("dependencies", "snapshot-dependencies", "application");
    }

    /** A log that grows for ever, and two programs that each take most of the machine, end a hub that nobody looks after. */
    @Test
    void nothingTakesAllOfTheDiskOrOfTheMemory() {
        services().keySet().forEach(name -> {
            assertThat(service(name)).as(name).containsKey("mem_limit");
            assertThat(map(service(name), "logging", "options")).as(name).containsKeys("max-size", "max-file");
        });
    }

    /** Docker kills ten seconds after it has asked. */
    @Test
    void whatWritesOrWaitsHasTheTimeToFinish() {
        for (String name : List.of("mongodb", "keycloak-database")) {
            assertThat(DurationStyle.detectAndParse(String.valueOf(service(name).get("stop_grace_period"))))
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        }
        assertThat(DurationStyle.detectAndParse(String.valueOf(service("caddy").get("stop_grace_period"))))
                .isGreaterThan(DurationStyle.detectAndParse(
                        String.valueOf(map(platform, "spring", "lifecycle").get("timeout-per-shutdown-phase"))));
    }

    /** Whoever reaches a service past the proxy could say they came from anywhere, and by whichever name. */
    @Test
    void headersOfAProxyAreBelievedOnlyWhereThereIsOneThatSetsThem() {
        assertThat(map(platform, "server").get("forward-headers-strategy")).isEqualTo("${HEARTH_FORWARD_HEADERS:none}");
        for (String service : OWN) {
            assertThat(environment(service)).containsEntry("HEARTH_FORWARD_HEADERS", "native");
            assertThat(service(service)).as(service).doesNotContainKey("ports");
        }
        assertThat(caddyfile)
                .contains("header_up -Forwarded\n", "header_up -X-Forwarded-Prefix\n", "header_up -X-Forwarded-Port\n")
                .doesNotContain("trusted_proxies");
    }

    @Test
    void secretsAndBackupsStayOutOfTheRepositoryAndTheImage() {
        for (String file : List.of(".gitignore", ".dockerignore")) {
            assertThat(text(ROOT.resolve(file)).lines()).as(file).contains(".env", "*.gz", "*.sql");
        }
    }

    /** Every variable that the services' own files read. */
    private static Set<String> settings() {
        Set<String> names = new TreeSet<>();
        for (Path file : List.of(
                resources("platform", "platform.yml"),
                resources("forum-service", "forum.yml"),
                resources("resources-service", "resources.yml"))) {
            SETTING.matcher(text(file)).results().map(found -> found.group(1)).forEach(names::add);
        }
        return names;
    }

    private Set<String> variables() {
        return VARIABLE.matcher(composeText)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> firstSegments(String service) {
        return text(ROOT.resolve("docs/routes.md"))
                .lines()
                .filter(line -> line.contains("| `hub." + service + "."))
                .map(line -> line.replaceAll("^\\| `[A-Z]+ /([^/`]*).*", "$1"))
                .filter(segment -> !segment.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String port(String service) {
        return environment(service).get("SERVER_PORT");
    }

    private Map<String, Object> services() {
        return map(compose, "services");
    }

    private Map<String, Object> service(String name) {
        return map(compose, "services", name);
    }

    private Map<String, String> environment(String service) {
        Map<String, String> told = new HashMap<>();
        map(service(service), "environment").forEach((name, value) -> told.put(name, String.valueOf(value)));
        return told;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> from, String... path) {
        return Arrays.stream(path)
                .reduce(from, (at, key) -> (Map<String, Object>) at.getOrDefault(key, Map.of()), (a, b) -> b);
    }

    private static String line(String text, String beginning) {
        return text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path resources(String module, String name) {
        return ROOT.resolve(Path.of(module, "src", "main", "resources", name));
    }

    /** JSON is YAML too. Of a file with several documents the first. */
    private static Map<String, Object> yaml(Path file) {
        Map<String, Object> first = new HashMap<>();
        for (Object document : new Yaml().loadAll(text(file))) {
            ((Map<?, ?>) document).forEach((key, value) -> first.putIfAbsent(key.toString(), value));
        }
        return first;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
