package hub.forum.profiles;

import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import hub.platform.identity.Accounts;
import hub.platform.text.Slug;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What some people of the demo say of themselves. */
@Component
@Order(DemoContent.SCHEMES)
class ProfilesDemo implements DemoContent {
    private final DemoFiles files;
    private final Profiles profiles;
    private final Accounts accounts;

    ProfilesDemo(DemoFiles files, Profiles profiles, Accounts accounts) {
        this.files = files;
        this.profiles = profiles;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "profiles";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        return Flux.fromIterable(files.entries("profiles/profiles.yml"))
                .concatMap(this::profile)
                .then();
    }

    private Mono<Profile> profile(DemoEntry entry) {
        Profile.Shown shown = new Profile.Shown(
                audience(entry, "aboutFor"), audience(entry, "sinceFor"), audience(entry, "topicsFor"));
        Profile.Said said = new Profile.Said(
                entry.text("about"), entry.number("since"), TalkAbout.of(entry.texts("topics")), shown);
        return accounts.viewer(entry.text("person"))
                .flatMap(viewer ->
                        profiles.own(viewer).flatMap(before -> profiles.write(said, before.revision(), viewer)));
    }

    private static Audience audience(DemoEntry entry, String name) {
        return Slug.find(Audience.class, entry.text(name)).orElse(Audience.GROUPS);
    }
}
