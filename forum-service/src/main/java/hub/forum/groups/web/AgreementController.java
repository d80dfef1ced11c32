package hub.forum.groups.web;

import hub.forum.groups.Group;
import hub.forum.groups.Groups;
import hub.forum.groups.Membership;
import hub.forum.groups.Memberships;
import hub.forum.groups.Visibility;
import hub.platform.forms.Form;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import java.net.URI;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
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
    private final GroupHeaders headers;

    AgreementController(Groups groups, Memberships memberships, GroupHeaders headers) {
        this.groups = groups;
        this.memberships = memberships;
        this.headers = headers;
    }

    /**
     * @param version that was shown
     * @param back where the reader wanted to go
     */
    record AcceptForm(String version, @BindParam("return") String back) {
        AcceptForm {
            version = InputText.clean(version);
            back = InputText.clean(back);
        }
    }

    /**
     * @param back where the reader wanted to go
     * @param again whether the reader accepted an earlier version
     */
    record AgreementPage(GroupHeader header, int version, String html, String back, boolean again) {}

    @GetMapping("/groups/{id}/agreement")
    Mono<Rendering> agreement(
            @PathVariable String id,
            @RequestParam(name = "return", defaultValue = "") String back,
            Visibility visibility) {
        return ownGroup(id, visibility)
                .map(group -> visibility.mustAgreeFirst(id)
                        ? page(group, Form.of(new AcceptForm("", back)), visibility)
                        : Pages.seeOther(inside(back, group)));
    }

    @PostMapping("/groups/{id}/agreement")
    Mono<Rendering> accept(@PathVariable String id, Form<AcceptForm> form, Visibility visibility) {
        return ownGroup(id, visibility)
                .flatMap(group -> form.submit(
                        sent -> memberships
                                .accept(group, InputText.number(sent.version()), visibility)
                                .thenReturn(Pages.seeOther(inside(sent.back(), group))),
                        again -> Mono.just(page(group, again, visibility))));
    }

    private Mono<Group> ownGroup(String id, Visibility visibility) {
        return groups.find(id, visibility).filter(group -> visibility.isMember(id) && group.agreement() != null);
    }

    private Rendering page(Group group, Form<AcceptForm> form, Visibility visibility) {
        Group.Agreement agreement = Objects.requireNonNull(group.agreement());
        Membership membership = visibility.membership(group.id());
        boolean again = membership != null && membership.agreement() > 0;
        String back = inside(form.value().back(), group);
        return Pages.show(
                "groups/agreement",
                new AgreementPage(headers.outside(group), agreement.version(), agreement.html(), back, again),
                form);
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
