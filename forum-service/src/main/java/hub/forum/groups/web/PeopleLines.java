package hub.forum.groups.web;

import hub.forum.groups.Group;
import hub.forum.groups.GroupPolicy;
import hub.forum.groups.GroupRole;
import hub.forum.groups.JoinRequest;
import hub.forum.groups.Membership;
import hub.forum.groups.Visibility;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.PersonName;
import hub.platform.time.Times;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The people of a group and those who ask to join it, as a page shows them. */
@Component
class PeopleLines {
    private final Accounts accounts;
    private final GroupHeaders headers;
    private final Times times;

    PeopleLines(Accounts accounts, GroupHeaders headers, Times times) {
        this.accounts = accounts;
        this.headers = headers;
        this.times = times;
    }

    /**
     * A person of the group.
     *
     * @param profile whether the viewer, who is in the group too, finds a profile of them
     * @param line their part in it or, without one, what stands beside their name; null if nothing does
     */
    record Person(
            String account,
            String name,
            @Nullable String line,
            String initials,
            String hue,
            boolean profile,
            boolean mayRemove,
            boolean mayChangeRole) {}

    /** Somebody who asks to join. */
    record Asker(String id, String name, String initials, String hue, String words, String when) {}

    /** Those with a part of their own first, then by name. */
    Mono<List<Person>> of(List<Membership> members, Group group, Visibility visibility) {
        return accounts.names(members.stream().map(Membership::account).toList())
                .map(names -> members.stream()
                        .sorted(Comparator.comparing((Membership member) -> rank(member.role()))
                                .thenComparing(
                                        member -> name(names, member.account()).name()))
                        .map(member -> person(member, name(names, member.account()), group, visibility))
                        .toList());
    }

    Mono<List<Asker>> askers(List<JoinRequest> requests) {
        return accounts.names(requests.stream().map(JoinRequest::account).toList())
                .map(names -> requests.stream()
                        .map(request -> asker(request, name(names, request.account())))
                        .toList());
    }

    Mono<PersonName> name(String account) {
        return accounts.names(List.of(account)).map(names -> name(names, account));
    }

    private Person person(Membership member, PersonName name, Group group, Visibility visibility) {
        boolean self = member.account().equals(visibility.viewer().account());
        String line = member.role() == GroupRole.MEMBER ? name.line() : headers.role(member.role());
        return new Person(
                member.account(),
                name.name(),
                line.isEmpty() ? null : line,
                name.initials(),
                name.hue(),
                visibility.isMember(group.id()),
                !self && GroupPolicy.mayRemove(visibility, member),
                GroupPolicy.mayChangeRoles(visibility));
    }

    private Asker asker(JoinRequest request, PersonName name) {
        return new Asker(
                request.id(),
                name.name(),
                name.initials(),
                name.hue(),
                request.words(),
                times.say(request.at()).said());
    }

    private static PersonName name(Names names, String account) {
        return names.of(account);
    }

    private static int rank(GroupRole role) {
        return switch (role) {
            case HUB_CARER -> 0;
            case LIAISON_WORKER -> 1;
            case FACILITATOR -> 2;
            case MEMBER -> 3;
        };
    }
}
