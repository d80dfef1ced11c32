package hub.forum.moderation.web;

import hub.forum.groups.Visibility;
import hub.forum.groups.web.CurrentVisibility;
import hub.forum.moderation.Appeal;
import hub.forum.moderation.Appeals;
import hub.forum.moderation.Approvals;
import hub.forum.moderation.Reports;
import hub.forum.threads.Post;
import hub.platform.identity.Viewer;
import hub.platform.pages.Fragment;
import hub.platform.pages.HomeCard;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reports and appeals that wait for whoever can answer them, with the age of the oldest; nothing while there are none. */
@Component("moderationWaitingCard")
@Order(9)
class WaitingCard implements HomeCard {
    private final CurrentVisibility visibilities;
    private final Reports reports;
    private final Appeals appeals;
    private final Approvals approvals;
    private final Times times;

    WaitingCard(CurrentVisibility visibilities, Reports reports, Appeals appeals, Approvals approvals, Times times) {
        this.visibilities = visibilities;
        this.reports = reports;
        this.appeals = appeals;
        this.approvals = approvals;
        this.times = times;
    }

    record Waiting(int count, Moment oldest) {}

    @Override
    public Place place() {
        return Place.TOP;
    }

    @Override
    public Mono<Fragment> of(Viewer viewer, ServerWebExchange exchange) {
        return visibilities
                .of(exchange)
                .filter(reports::mayAnswer)
                .flatMap(this::moments)
                .filter(moments -> !moments.isEmpty())
                .map(moments -> new Fragment(
                        "moderation/home", "waiting", new Waiting(moments.size(), times.say(moments.getFirst()))));
    }

    private Mono<List<Instant>> moments(Visibility visibility) {
        return Mono.zip(
                        reports.queue(visibility),
                        appeals.queue(visibility).collectList(),
                        approvals.queue(visibility).collectList())
                .map(open -> Stream.of(
                                open.getT1().stream().map(item -> item.oldest().at()),
                                open.getT2().stream().map(Appeal::at),
                                open.getT3().stream().map(Post::createdAt))
                        .flatMap(moments -> moments)
                        .sorted()
                        .toList());
    }
}
