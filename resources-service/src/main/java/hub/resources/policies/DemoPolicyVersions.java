package hub.resources.policies;

import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import hub.platform.mongo.Ids;
import hub.platform.text.Markdown;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The version of the peer support policy that came before the one in {@code content/policies}, and which suggestions of the demo are in that. */
@Component
@Order(DemoContent.SCHEMES)
public class DemoPolicyVersions implements DemoContent {
    /** The policy that the demo is about. */
    public static final String POLICY = "peer-support";

    private static final String OLDER = "policies/peer-support-1.md";

    private final DemoFiles files;
    private final Markdown markdown;
    private final PolicyStore store;

    DemoPolicyVersions(DemoFiles files, Markdown markdown, PolicyStore store) {
        this.files = files;
        this.markdown = markdown;
        this.store = store;
    }

    @Override
    public String name() {
        return "policy-versions";
    }

    /** Of a suggestion of the demo. */
    public static String suggestion(DemoEntry entry) {
        return Ids.of("demo suggestion " + entry.text("slug"));
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        List<DemoEntry> suggestions = files.entries("policies/suggestions.yml");
        return store.toChange(POLICY)
                .filter(policy ->
                        policy.versions().size() == 1 && policy.current().number() > 1)
                .flatMap(policy -> Flux.fromIterable(files.files("policies", ".md"))
                        .filter(file -> file.endsWith(OLDER))
                        .next()
                        .flatMap(file -> new PolicyFile(files.page(file)).version(markdown))
                        .map(older -> policy.preceded(
                                older, included(suggestions, policy.current().number()))))
                .flatMap(store::replace)
                .then();
    }

    private static List<String> included(List<DemoEntry> suggestions, int number) {
        return suggestions.stream()
                .filter(entry -> entry.number("version") == number)
                .map(DemoPolicyVersions::suggestion)
                .toList();
    }
}
