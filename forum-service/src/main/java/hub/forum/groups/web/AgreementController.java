package hub.forum.groups.web;

import hub.forum.groups.Group;
import hub.forum.groups.Groups;
import hub.forum.groups.Membership;
import hub.forum.groups.Memberships;
import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.platform.identity.Rejected;
import hub.platform.identity.Viewer;
import hub.platform.web.NotFound;
import hub.platform.web.Pages;
import java.net.URI;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What members promise each other: read and accepted before anything else in the group. */
@Controller
class AgreementController {
    private final Groups groups;
    private final Memberships memberships;
    private final Rights rights;
    private final GroupHeaders headers;

    AgreementController(Groups groups, Memberships memberships, Rights rights, GroupHeaders headers) {
        this.groups = groups;
        this.memberships = memberships;
        this.rights = rights;
        this.headers = headers;
    }

    /** @param back where the reader wanted to go */
    record AcceptForm(String version, @BindParam("return") String back) {
        AcceptForm {
            version = Typed.orEmpty(version);
            back = Typed.orEmpty(back);
        }
    }

    /**
     * @param back where the reader wanted to go
     * @param again whether the reader accepted an earlier version
     * @param changed whether it became another while the reader was at it
     */
    record AgreementPage(int version, String html, String back, boolean again, boolean changed) {}

    @GetMapping("/groups/{id}/agreement")
    Mono<Rendering> agreement(
            @PathVariable String id, @RequestParam(name = "return", defaultValue = "") String back, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> ownGroup(id, visibility)
                        .map(group -> visibility.mustAgreeFirst(id)
                                ? Rendering.view("groups/agreement")
                                        .modelAttribute("header", headers.outside(group))
                                        .modelAttribute("page", page(group, back, false, visibility))
                                        .build()
                                : Pages.seeOther(inside(back, group))));
    }

    @PostMapping("/groups/{id}/agreement")
    Mono<Rendering> accept(@PathVariable String id, @ModelAttribute("accept") AcceptForm form, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> ownGroup(id, visibility)
                        .flatMap(group -> memberships
                                .accept(group, Typed.number(form.version()), visibility)
                                .thenReturn(Pages.seeOther(inside(form.back(), group)))
                                .onErrorResume(
                                        Rejected.class, changed -> Mono.just(newer(group, form.back(), visibility)))));
    }

    private Rendering newer(Group group, String back, Visibility visibility) {
        return Pages.changedMeanwhile("groups/agreement")
                .modelAttribute("header", headers.outside(group))
                .modelAttribute("page", page(group, back, true, visibility))
                .build();
    }

    private Mono<Group> ownGroup(String id, Visibility visibility) {
        return groups.find(id, visibility)
                .filter(group -> visibility.isMember(id) && group.agreement() != null)
                .switchIfEmpty(Mono.error(NotFound::new));
    }

    private static AgreementPage page(Group group, String back, boolean changed, Visibility visibility) {
        Group.Agreement agreement = group.agreement();
        Membership membership = visibility.membership(group.id());
        boolean again = membership != null && membership.agreement() > 0;
        return agreement == null
                ? new AgreementPage(0, "", inside(back, group), again, changed)
                : new AgreementPage(agreement.version(), agreement.html(), inside(back, group), again, changed);
    }

    /** Where the reader wanted to go, if that is an address of this site that a redirect can carry; else the group. */
    private static String inside(String back, Group group) {
        try {
            return URI.create(Pages.insideOr(back, group.path())).toString();
        } catch (IllegalArgumentException notAnAddress) {
            return group.path();
        }
    }
}
