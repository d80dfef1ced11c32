package hub.resources.library.lists.web;

import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.PersonName;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.time.Times;
import hub.resources.library.Library;
import hub.resources.library.Piece;
import hub.resources.library.lists.ListPolicy;
import hub.resources.library.lists.ListRefusal;
import hub.resources.library.lists.ReadingList;
import hub.resources.library.lists.ReadingLists;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Reading lists for staff: editors put them together, they and social workers send them. */
@Controller
class StaffListController {
    private static final String LIST = "library/staff-list";
    private static final String EDIT = "library/list-form";
    private static final Set<String> DONE = Set.of("made", "changed", "sent", "retired");
    private static final int MOST_FOUND = 10;

    /** To choose from; who looks for another can type the end of its address. */
    private static final int MOST_GUIDES = 300;

    private final ReadingLists lists;
    private final Library library;
    private final Accounts accounts;
    private final Times times;

    StaffListController(ReadingLists lists, Library library, Accounts accounts, Times times) {
        this.lists = lists;
        this.library = library;
        this.accounts = accounts;
        this.times = times;
    }

    record ListLine(String href, String title, int guides, boolean retired) {}

    record ListsPage(List<ListLine> lists, boolean makes) {}

    /** @param done how many guides they have ticked off */
    record Receiver(String name, String sent, int done) {}

    /** @param choices guides that could be added; @param found people of the name that was typed, to choose from */
    record ListPage(
            ReadingList list,
            List<Piece> guides,
            List<Choice> choices,
            List<Receiver> receivers,
            List<Choice> found,
            boolean makes,
            @Nullable String done) {
        public List<String> fields() {
            return List.of("person");
        }
    }

    /** @param action where it is sent; @param back from where it is changed, null for a new one */
    record EditPage(String action, @Nullable ReadingList list) {}

    @GetMapping("/library/staff/lists")
    Mono<Rendering> all(Viewer viewer) {
        return lists.all(viewer)
                .map(list -> new ListLine(
                        list.staffPath(), list.title(), list.guides().size(), list.retired()))
                .collectList()
                .map(all -> Pages.show("library/staff-lists", new ListsPage(all, ListPolicy.makes(viewer))));
    }

    @GetMapping("/library/staff/lists/new")
    Mono<Rendering> blank(Viewer viewer) {
        return lists.asMaking(viewer)
                .then(Mono.fromSupplier(() ->
                        Pages.show(EDIT, new EditPage("/library/staff/lists/new", null), Form.of(ListForm.blank()))));
    }

    @PostMapping("/library/staff/lists/new")
    Mono<Rendering> make(Form<ListForm> form, Viewer viewer) {
        return lists.asMaking(viewer)
                .then(form.submit(
                        sent -> lists.make(sent.title(), sent.intro(), form.once(), viewer)
                                .map(made -> done(made, "made")),
                        again -> Mono.just(Pages.show(EDIT, new EditPage("/library/staff/lists/new", null), again))));
    }

    @GetMapping("/library/staff/lists/{list:[0-9a-z]{12}}")
    Mono<Rendering> list(@PathVariable String list, @RequestParam(defaultValue = "") String done, Viewer viewer) {
        return lists.forStaff(list, viewer)
                .flatMap(found -> page(
                        found,
                        Form.of(ReceiverForm.blank()),
                        List.of(),
                        DONE.contains(done) ? "library.lists.done." + done : null,
                        viewer));
    }

    private Mono<Rendering> page(
            ReadingList list, Form<ReceiverForm> form, List<Choice> found, @Nullable String done, Viewer viewer) {
        boolean makes = ListPolicy.makes(viewer);
        return Mono.zip(
                        lists.guides(list, viewer),
                        makes
                                ? library.latelyChecked(Optional.empty(), MOST_GUIDES, viewer)
                                        .filter(piece -> !list.guides().contains(piece.slug()))
                                        .sort((a, b) -> a.title().compareTo(b.title()))
                                        .map(piece -> new Choice(piece.slug(), piece.title(), null))
                                        .collectList()
                                : Mono.just(List.<Choice>of()),
                        receivers(list, viewer))
                .map(all -> Pages.show(
                        LIST, new ListPage(list, all.getT1(), all.getT2(), all.getT3(), found, makes, done), form));
    }

    private Mono<List<Receiver>> receivers(ReadingList list, Viewer viewer) {
        return lists.progress(list, viewer)
                .flatMap(all -> accounts.names(
                                all.stream().map(ReadingLists.Progress::account).toList())
                        .map(names ->
                                all.stream().map(one -> receiver(one, names)).toList()));
    }

    private Receiver receiver(ReadingLists.Progress one, Names names) {
        return new Receiver(names.of(one.account()).name(), times.day(one.sent()), one.done());
    }

    @GetMapping("/library/staff/lists/{list:[0-9a-z]{12}}/edit")
    Mono<Rendering> edit(@PathVariable String list, Viewer viewer) {
        return lists.asMaking(viewer)
                .then(lists.forStaff(list, viewer))
                .map(found -> Pages.show(
                        EDIT, new EditPage(found.staffPath() + "/edit", found), Form.of(ListForm.of(found))));
    }

    @PostMapping("/library/staff/lists/{list:[0-9a-z]{12}}/edit")
    Mono<Rendering> describe(@PathVariable String list, Form<ListForm> form, Viewer viewer) {
        return lists.asMaking(viewer)
                .then(lists.forStaff(list, viewer))
                .flatMap(found -> form.submit(
                        sent -> lists.describe(list, sent.title(), sent.intro(), viewer)
                                .map(changed -> done(changed, "changed")),
                        again -> Mono.just(Pages.show(EDIT, new EditPage(found.staffPath() + "/edit", found), again))));
    }

    @PostMapping("/library/staff/lists/{list:[0-9a-z]{12}}/add")
    Mono<Rendering> add(@PathVariable String list, Form<GuideForm> form, Viewer viewer) {
        return changed(list, lists.add(list, form.value().guide(), viewer), viewer);
    }

    @PostMapping("/library/staff/lists/{list:[0-9a-z]{12}}/remove")
    Mono<Rendering> remove(@PathVariable String list, Form<GuideForm> form, Viewer viewer) {
        return changed(list, lists.remove(list, form.value().guide(), viewer), viewer);
    }

    @PostMapping("/library/staff/lists/{list:[0-9a-z]{12}}/up")
    Mono<Rendering> moveUp(@PathVariable String list, Form<GuideForm> form, Viewer viewer) {
        return changed(list, lists.moveUp(list, form.value().guide(), viewer), viewer);
    }

    @PostMapping("/library/staff/lists/{list:[0-9a-z]{12}}/retire")
    Mono<Rendering> retire(@PathVariable String list, Viewer viewer) {
        return lists.retire(list, viewer).map(retired -> done(retired, "retired"));
    }

    /** The page again, with why not if it could not be done. */
    private Mono<Rendering> changed(String id, Mono<ReadingList> change, Viewer viewer) {
        return lists.asMaking(viewer)
                .then(change)
                .map(after -> Pages.seeOther(after.staffPath() + "#guides"))
                .onErrorResume(
                        Rejected.class,
                        refused -> lists.forStaff(id, viewer)
                                .map(list -> Pages.refuse(
                                        "library/list-refused",
                                        new RefusedPage(list, refused.why().messageKey()))));
    }

    /** @param why the key of a message */
    record RefusedPage(ReadingList list, String why) {}

    @PostMapping("/library/staff/lists/{list:[0-9a-z]{12}}/send")
    Mono<Rendering> send(@PathVariable String list, Form<ReceiverForm> form, Viewer viewer) {
        return lists.forStaff(list, viewer)
                .flatMap(found -> form.submit(
                        sent -> found(sent, viewer)
                                .flatMap(people -> people.size() == 1
                                        ? lists.send(list, people.getFirst().id(), viewer)
                                                .map(after -> done(after, "sent"))
                                        : page(
                                                found,
                                                people.isEmpty()
                                                        ? form.refused(new Rejected(ListRefusal.NOBODY_SUCH))
                                                        : form,
                                                people.stream()
                                                        .map(person -> new Choice(
                                                                person.id(),
                                                                person.name(),
                                                                person.line().isEmpty() ? null : person.line()))
                                                        .toList(),
                                                null,
                                                viewer)),
                        again -> page(found, again, List.of(), null, viewer)));
    }

    /** The one that was chosen, else all whose names begin so. */
    private Mono<List<PersonName>> found(ReceiverForm sent, Viewer viewer) {
        return accounts.approvedNamed(sent.person(), MOST_FOUND, viewer)
                .collectList()
                .map(all -> {
                    List<PersonName> chosen = all.stream()
                            .filter(person -> person.id().equals(sent.chosen()))
                            .toList();
                    return chosen.isEmpty() ? all : chosen;
                });
    }

    private static Rendering done(ReadingList list, String what) {
        return Pages.seeOther(list.staffPath() + "?done=" + what);
    }
}
