package hub.forum.constellations.links.web;

import hub.forum.constellations.Constellations;
import hub.forum.constellations.links.Introductions;
import hub.forum.constellations.links.LinkPolicy;
import hub.forum.constellations.links.LinkRequest;
import hub.forum.constellations.links.Links;
import hub.forum.constellations.links.Matter;
import hub.forum.constellations.links.web.LinkForms.AnswerForm;
import hub.forum.constellations.links.web.LinkForms.AskForm;
import hub.forum.constellations.links.web.LinkForms.OfferForm;
import hub.forum.constellations.links.web.LinkForms.ProposeForm;
import hub.forum.groups.Group;
import hub.forum.groups.Visibility;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.pages.Pages;
import hub.platform.text.Slug;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Cultural links: what carers seek and offer, and what becomes of it. */
@Controller
class LinkController {
    private static final String LINKS = "/constellations/{group}/links";

    private final Constellations constellations;
    private final Links links;
    private final Introductions introductions;
    private final LinkPages pages;

    LinkController(Constellations constellations, Links links, Introductions introductions, LinkPages pages) {
        this.constellations = constellations;
        this.links = links;
        this.introductions = introductions;
        this.pages = pages;
    }

    /** The page of a form. */
    record FormPage(String group, String name, List<Choice> matters) {}

    @GetMapping(LINKS)
    Mono<Rendering> all(
            @PathVariable String group, @RequestParam(defaultValue = "") String done, Visibility visibility) {
        return constellations
                .toTakePart(group, visibility)
                .flatMap(found -> pages.list(found, done, visibility))
                .map(page -> Pages.show("constellations/links", page));
    }

    @GetMapping(LINKS + "/ask")
    Mono<Rendering> ask(@PathVariable String group, Visibility visibility) {
        return toTakePart(group, visibility).map(found -> askPage(found, Form.of(new AskForm(Set.of(), "", ""))));
    }

    @PostMapping(LINKS + "/ask")
    Mono<Rendering> asked(@PathVariable String group, Form<AskForm> form, Visibility visibility) {
        return toTakePart(group, visibility)
                .flatMap(found -> form.submit(
                        sent -> links.ask(
                                        found, LinkForms.chosen(sent.matters()), sent.words(), form.once(), visibility)
                                .map(link -> done(group, "asked")),
                        again -> Mono.just(askPage(found, again))));
    }

    private Rendering askPage(Group group, Form<AskForm> form) {
        return Pages.show("constellations/link-ask", new FormPage(group.id(), group.name(), pages.matters()), form);
    }

    @GetMapping(LINKS + "/offer")
    Mono<Rendering> offer(@PathVariable String group, Visibility visibility) {
        return toTakePart(group, visibility)
                .flatMap(found ->
                        links.ownOffer(found, visibility).map(own -> offerPage(found, Form.of(OfferForm.of(own)))));
    }

    @PostMapping(LINKS + "/offer")
    Mono<Rendering> offered(@PathVariable String group, Form<OfferForm> form, Visibility visibility) {
        return toTakePart(group, visibility)
                .flatMap(found -> form.submit(
                        sent -> links.offer(found, sent.words(), LinkForms.chosen(sent.shown()), visibility)
                                .map(offer -> done(group, "offered")),
                        again -> Mono.just(offerPage(found, again))));
    }

    private Rendering offerPage(Group group, Form<OfferForm> form) {
        return Pages.show("constellations/link-offer", new FormPage(group.id(), group.name(), pages.matters()), form);
    }

    @PostMapping(LINKS + "/offer/withdraw")
    Mono<Rendering> withdrawOffer(@PathVariable String group, Visibility visibility) {
        return toTakePart(group, visibility)
                .flatMap(found -> links.withdrawOffer(found, visibility).thenReturn(done(group, "back")));
    }

    @PostMapping(LINKS + "/offer/withdraw/{matter}")
    Mono<Rendering> withdrawMatter(@PathVariable String group, @PathVariable String matter, Visibility visibility) {
        return toTakePart(group, visibility)
                .flatMap(found -> Mono.justOrEmpty(Slug.find(Matter.class, matter))
                        .flatMap(one -> links.withdraw(found, one, visibility).thenReturn(done(group, "back"))));
    }

    @GetMapping(LINKS + "/{link}")
    Mono<Rendering> one(
            @PathVariable String group,
            @PathVariable String link,
            @RequestParam(defaultValue = "") String done,
            Visibility visibility) {
        return found(group, link, visibility)
                .flatMap(found -> show(found, Form.of(new ProposeForm("")), done, visibility));
    }

    @PostMapping(LINKS + "/{link}/propose")
    Mono<Rendering> propose(
            @PathVariable String group, @PathVariable String link, Form<ProposeForm> form, Visibility visibility) {
        return found(group, link, visibility)
                .filter(found -> LinkPolicy.mayPropose(visibility, found.link()))
                .flatMap(found -> form.submit(
                        sent -> introductions
                                .propose(link, sent.offer(), visibility)
                                .map(after -> Pages.seeOther(
                                        "/constellations/" + group + "/links/" + link + "?done=proposed")),
                        again -> show(found, again, "", visibility)));
    }

    @PostMapping(LINKS + "/{link}/yes")
    Mono<Rendering> yes(
            @PathVariable String group, @PathVariable String link, Form<AnswerForm> form, Visibility visibility) {
        return own(group, link, visibility)
                .flatMap(found -> introductions.accept(link, form.value().proposal(), visibility))
                .map(after -> Pages.seeOther("/constellations/" + group + "/links/" + link + "?done=yes"));
    }

    @PostMapping(LINKS + "/{link}/no")
    Mono<Rendering> no(
            @PathVariable String group, @PathVariable String link, Form<AnswerForm> form, Visibility visibility) {
        return own(group, link, visibility)
                .flatMap(found -> introductions.decline(link, form.value().proposal(), visibility))
                .map(after -> done(group, "no"));
    }

    @PostMapping(LINKS + "/{link}/withdraw")
    Mono<Rendering> withdraw(@PathVariable String group, @PathVariable String link, Visibility visibility) {
        return own(group, link, visibility)
                .filter(found -> found.link().asks(visibility.viewer().account()))
                .flatMap(found -> introductions.withdraw(link, visibility).thenReturn(done(group, "withdrawn")));
    }

    @PostMapping(LINKS + "/{link}/close/{answer}")
    Mono<Rendering> close(
            @PathVariable String group, @PathVariable String link, @PathVariable String answer, Visibility visibility) {
        return own(group, link, visibility)
                .flatMap(found -> Mono.justOrEmpty(Slug.find(LinkRequest.Helped.class, answer))
                        .flatMap(helped -> introductions.close(link, helped, visibility)))
                .map(after -> done(group, "closed"));
    }

    private static Rendering done(String group, String what) {
        return Pages.seeOther("/constellations/" + group + "/links?done=" + what);
    }

    private Mono<Group> toTakePart(String group, Visibility visibility) {
        return constellations.toTakePart(group, visibility).filter(found -> LinkPolicy.mayTakePart(visibility, found));
    }

    private record Found(Group group, LinkRequest link) {}

    /** One that the viewer finds below that very constellation. */
    private Mono<Found> found(String group, String link, Visibility visibility) {
        return constellations
                .toTakePart(group, visibility)
                .flatMap(found -> links.find(link, visibility)
                        .filter(one -> one.path(visibility.viewer().account())
                                .equals("/constellations/" + group + "/links/" + link))
                        .map(one -> new Found(found, one)));
    }

    private Mono<Found> own(String group, String link, Visibility visibility) {
        return found(group, link, visibility)
                .filter(found -> found.link().isOf(visibility.viewer().account()));
    }

    private Mono<Rendering> show(Found found, Form<ProposeForm> form, String done, Visibility visibility) {
        return pages.one(found.group(), found.link(), done, visibility)
                .map(page -> Pages.show("constellations/link", page, form));
    }
}
