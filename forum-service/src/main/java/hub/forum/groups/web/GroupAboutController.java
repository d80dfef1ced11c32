package hub.forum.groups.web;

import hub.forum.groups.Group;
import hub.forum.groups.Groups;
import hub.forum.groups.ModeratorEntries;
import hub.forum.groups.ModeratorEntry;
import hub.forum.groups.Visibility;
import hub.platform.pages.Pages;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What a group is for, what its members agreed, and which moderators came in. */
@Controller
class GroupAboutController {
    private final Groups groups;
    private final ModeratorEntries entries;
    private final GroupHeaders headers;
    private final Times times;

    GroupAboutController(Groups groups, ModeratorEntries entries, GroupHeaders headers, Times times) {
        this.groups = groups;
        this.entries = entries;
        this.headers = headers;
        this.times = times;
    }

    /**
     * @param agreement sanitised; null for a board
     * @param agreementSince "Version 2, since 3 May"; null for a board
     */
    record About(
            GroupHeader header,
            String area,
            @Nullable String venue,
            @Nullable String agreement,
            @Nullable String agreementSince,
            List<Entry> entries) {}

    record Entry(String name, Moment time, String reason) {}

    @GetMapping("/groups/{id}/about")
    Mono<Rendering> about(@PathVariable String id, Visibility visibility) {
        return groups.toRead(id, visibility)
                .flatMap(group -> entries.into(group, visibility)
                        .map(this::entry)
                        .collectList()
                        .map(came -> Pages.show("groups/about", about(group, came))));
    }

    private About about(Group group, List<Entry> came) {
        GroupHeader header = headers.inside(group, "about");
        Group.Agreement agreement = group.agreement();
        return agreement == null
                ? new About(header, group.area(), group.venue(), null, null, came)
                : new About(
                        header,
                        group.area(),
                        group.venue(),
                        agreement.html(),
                        headers.say("groups.about.agreement.since", agreement.version(), times.day(agreement.since())),
                        came);
    }

    private Entry entry(ModeratorEntry entry) {
        return new Entry(entry.name(), times.say(entry.at()), entry.reason());
    }
}
