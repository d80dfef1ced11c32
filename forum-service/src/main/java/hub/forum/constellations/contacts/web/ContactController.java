package hub.forum.constellations.contacts.web;

import hub.forum.constellations.Constellations;
import hub.forum.constellations.contacts.Contacts;
import hub.forum.constellations.contacts.SupportContact;
import hub.forum.groups.Visibility;
import hub.platform.forms.Form;
import hub.platform.forms.TypedDate;
import hub.platform.pages.Pages;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Support contacts of a constellation. */
@Controller
class ContactController {
    private final Constellations constellations;
    private final Contacts contacts;
    private final ContactPages pages;
    private final Clock clock;

    ContactController(Constellations constellations, Contacts contacts, ContactPages pages, Clock clock) {
        this.constellations = constellations;
        this.contacts = contacts;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/constellations/{group}/contacts")
    Mono<Rendering> list(
            @PathVariable String group,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String done,
            Visibility visibility) {
        return constellations
                .toTakePart(group, visibility)
                .flatMap(found -> pages.list(found, before, done, visibility));
    }

    @GetMapping("/constellations/{group}/contacts/new")
    Mono<Rendering> form(@PathVariable String group, Visibility visibility) {
        TypedDate today = TypedDate.of(LocalDate.ofInstant(clock.instant(), Times.LONDON));
        return constellations
                .toTakePart(group, visibility)
                .flatMap(found -> pages.form(found, Form.of(ContactForm.empty(today)), visibility));
    }

    @PostMapping("/constellations/{group}/contacts/new")
    Mono<Rendering> add(@PathVariable String group, Form<ContactForm> form, Visibility visibility) {
        return constellations
                .toTakePart(group, visibility)
                .flatMap(found -> form.submit(
                        sent -> contacts.add(
                                        found, sent.told(visibility.viewer().id()), form.once(), visibility)
                                .map(made -> Pages.seeOther(made.path() + "?done=added")),
                        again -> pages.form(found, again, visibility)));
    }

    @GetMapping("/constellations/{group}/contacts/{contact}")
    Mono<Rendering> one(
            @PathVariable String group,
            @PathVariable String contact,
            @RequestParam(defaultValue = "") String done,
            Visibility visibility) {
        return constellations
                .toTakePart(group, visibility)
                .flatMap(found ->
                        find(group, contact, visibility).flatMap(one -> pages.one(found, one, done, visibility)));
    }

    @PostMapping("/constellations/{group}/contacts/{contact}/done")
    Mono<Rendering> followedUp(@PathVariable String group, @PathVariable String contact, Visibility visibility) {
        return find(group, contact, visibility)
                .flatMap(found -> contacts.followedUp(contact, visibility))
                .map(after -> Pages.seeOther(after.path() + "?done=followedUp"));
    }

    @PostMapping("/constellations/{group}/contacts/{contact}/remove")
    Mono<Rendering> remove(@PathVariable String group, @PathVariable String contact, Visibility visibility) {
        return find(group, contact, visibility)
                .flatMap(found -> contacts.remove(contact, visibility))
                .map(gone -> Pages.seeOther("/constellations/" + gone.group() + "/contacts?done=removed"));
    }

    /** One of that very constellation, for whoever may see it. */
    private Mono<SupportContact> find(String group, String contact, Visibility visibility) {
        return constellations
                .toTakePart(group, visibility)
                .flatMap(found -> contacts.find(contact, visibility))
                .filter(one -> one.group().equals(group));
    }
}
