package hub.forum.drafts;

import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import hub.platform.due.DueWork;
import hub.platform.mongo.Ids;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What some people of the demo began to write. */
@Component
@Order(DemoContent.SCHEMES)
class DraftsDemo implements DemoContent {
    private final DemoFiles files;
    private final DraftStore store;
    private final DueWork due;

    DraftsDemo(DemoFiles files, DraftStore store, DueWork due) {
        this.files = files;
        this.store = store;
        this.due = due;
    }

    @Override
    public String name() {
        return "drafts";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        return Flux.fromIterable(files.entries("drafts/drafts.yml"))
                .map(entry -> draft(entry, clock))
                .concatMap(draft -> store.put(draft)
                        .then(due.at(Drafts.ERASE, draft.id(), draft.changedAt().plus(Drafts.KEPT))))
                .then();
    }

    private static Draft draft(DemoEntry entry, DemoClock clock) {
        String group = entry.text("group");
        String file = entry.text("thread");
        Draft.Place place =
                file.isEmpty() ? Draft.Place.start(group) : Draft.Place.reply(group, Ids.of(group + "/" + file), "");
        String by = entry.text("by");
        return new Draft(
                Draft.id(by, place),
                by,
                place,
                entry.text("title"),
                entry.text("text"),
                clock.ago(entry.text("ago")),
                null);
    }
}
