package hub.forum.following;

import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import hub.platform.identity.Accounts;
import hub.platform.mongo.Ids;
import hub.platform.text.Slug;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What some people of the demo follow, mute, and wish to hear of. */
@Component
@Order(DemoContent.SCHEMES)
class FollowingDemo implements DemoContent {
    private final DemoFiles files;
    private final Following following;
    private final Accounts accounts;
    private final Rights rights;

    FollowingDemo(DemoFiles files, Following following, Accounts accounts, Rights rights) {
        this.files = files;
        this.following = following;
        this.accounts = accounts;
        this.rights = rights;
    }

    @Override
    public String name() {
        return "following";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        return Flux.fromIterable(files.entries("following/following.yml"))
                .concatMap(entry -> accounts.viewer(entry.text("by"))
                        .flatMap(rights::of)
                        .flatMap(visibility -> choose(entry, visibility)))
                .then();
    }

    private Mono<Void> choose(DemoEntry entry, Visibility visibility) {
        String group = entry.text("group");
        return Slug.find(Volume.class, entry.text("volume"))
                .map(volume -> following.choose(group, volume, visibility))
                .orElseGet(() -> following.choose(
                        Ids.of(group + "/" + entry.text("thread")), group, entry.flag("muted"), visibility));
    }
}
