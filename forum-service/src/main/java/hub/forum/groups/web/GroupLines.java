package hub.forum.groups.web;

import hub.forum.groups.Group;
import hub.forum.groups.GroupPolicy;
import hub.forum.groups.JoinRequest;
import hub.forum.groups.Visibility;
import hub.platform.identity.PersonName;
import hub.platform.time.Times;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sorts the groups that a person may know of into what they are to that person. */
@Component
class GroupLines {
    private final GroupHeaders headers;
    private final Times times;

    GroupLines(GroupHeaders headers, Times times) {
        this.headers = headers;
        this.times = times;
    }

    /**
     * One group in a list.
     *
     * @param agreementFirst whether the viewer has yet to accept the agreement
     * @param asked when the viewer asked to join and waits; null if not
     * @param declined why the viewer's last request was declined; null if it was not
     */
    record Line(
            String id,
            String href,
            String name,
            String kind,
            String emblem,
            String hue,
            String purpose,
            @Nullable String venue,
            boolean agreementFirst,
            @Nullable String asked,
            @Nullable String declined) {}

    /**
     * The page: my groups, boards, and what one can ask to join.
     *
     * @param register whether the viewer sees the register of all groups
     * @param done what was just done, a finished sentence; null if nothing was
     */
    record Page(
            List<Line> own,
            List<Line> entered,
            List<Line> boards,
            List<Line> others,
            boolean register,
            @Nullable String done) {}

    Page of(List<Group> known, Map<String, JoinRequest> requests, Visibility visibility, @Nullable String done) {
        Predicate<Group> own = group -> visibility.isMember(group.id());
        Predicate<Group> entered = own.negate().and(group -> visibility.hasEntered(group.id()));
        Predicate<Group> board = group -> !group.hasMembers();
        return new Page(
                lines(known, own, group -> ofOwn(group, visibility)),
                lines(known, entered, group -> ofOther(group, null)),
                lines(known, board, group -> ofOther(group, null)),
                lines(
                        known,
                        group -> GroupPolicy.mayAsk(visibility, group),
                        group -> ofOther(group, requests.get(group.id()))),
                visibility.viewer().administrator(),
                done);
    }

    private static List<Line> lines(List<Group> known, Predicate<Group> which, Function<Group, Line> line) {
        return known.stream().filter(which).map(line).toList();
    }

    private Line ofOwn(Group group, Visibility visibility) {
        return line(group, visibility.mustAgreeFirst(group.id()), null, null);
    }

    Line ofOther(Group group, @Nullable JoinRequest request) {
        if (request == null) {
            return line(group, false, null, null);
        }
        return switch (request.state()) {
            case OPEN -> line(group, false, times.say(request.at()).said(), null);
            case DECLINED -> line(group, false, null, request.reason());
            case ACCEPTED, WITHDRAWN -> line(group, false, null, null);
        };
    }

    private Line line(Group group, boolean agreementFirst, @Nullable String asked, @Nullable String declined) {
        return new Line(
                group.id(),
                group.path(),
                group.name(),
                headers.kind(group.kind()),
                group.kind().emblem(),
                PersonName.hue(group.id()),
                group.purpose(),
                group.venue(),
                agreementFirst,
                asked,
                declined);
    }
}
