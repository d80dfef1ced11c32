package hub.forum.meetings.web;

import hub.forum.groups.web.CurrentVisibility;
import hub.forum.meetings.MeetingLists;
import hub.platform.identity.Viewer;
import hub.platform.pages.Fragment;
import hub.platform.pages.HomeCard;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The next dates of the viewer's groups on the home page; nothing while there are none. */
@Component
@Order(25)
class NextDatesCard implements HomeCard {
    private static final int DATES = 3;

    private final CurrentVisibility visibilities;
    private final MeetingLists lists;
    private final MeetingLines lines;

    NextDatesCard(CurrentVisibility visibilities, MeetingLists lists, MeetingLines lines) {
        this.visibilities = visibilities;
        this.lists = lists;
        this.lines = lines;
    }

    record Card(List<MeetingLines.Line> dates) {}

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public Mono<Fragment> of(Viewer viewer, ServerWebExchange exchange) {
        return visibilities
                .of(exchange)
                .flatMap(visibility -> lists.own(null, DATES, visibility)
                        .collectList()
                        .filter(found -> !found.isEmpty())
                        .flatMap(found -> lines.of(found, visibility)))
                .map(dates -> new Fragment("meetings/home", "next", new Card(dates)));
    }
}
