package hub.forum.accounts.imports.web;

import hub.forum.accounts.imports.Fault;
import hub.forum.accounts.imports.ImportRefusal;
import hub.forum.accounts.imports.ImportRow;
import hub.forum.accounts.imports.PeopleImports;
import hub.forum.accounts.imports.PeopleImports.Planned;
import hub.forum.accounts.imports.PeopleImports.Shown;
import hub.forum.groups.GroupRole;
import hub.forum.groups.Visibility;
import hub.platform.forms.Form;
import hub.platform.forms.FormKey;
import hub.platform.forms.Typed;
import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.requests.Upload;
import hub.platform.text.InputText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** People from a table, for administrators. For everybody else these addresses do not exist. */
@Controller
class ImportController {
    /** In bytes: 300 people are 60 kB, and what was read must fit into the box to be mended there. */
    private static final long MOST = 200 * 1024;

    private static final Charset OLD_SPREADSHEETS = Charset.forName("windows-1252");
    private static final byte[] ZIP = {'P', 'K'};

    private final PeopleImports imports;
    private final MessageSource messages;

    ImportController(PeopleImports imports, MessageSource messages) {
        this.imports = imports;
        this.messages = messages;
    }

    /**
     * @param text the table, if it was pasted
     * @param file the table, if it was saved; goes before the text
     */
    record TableForm(@Typed String text, @Nullable Upload file, String formKey) {
        TableForm {
            text = InputText.orEmpty(text);
            formKey = FormKey.orFresh(formKey);
        }
    }

    /** @param faults what is wrong, line by line */
    record ImportPage(List<String> faults, List<String> roles) {}

    @GetMapping("/accounts/import")
    Mono<Rendering> form(Visibility visibility) {
        return visibility.viewer().administrator()
                ? page(Form.of(new TableForm("", null, "")), List.of())
                : Mono.empty();
    }

    @PostMapping("/accounts/import")
    Mono<Rendering> read(Form<TableForm> form, Visibility visibility) {
        return visibility.viewer().administrator()
                ? isTooLarge(form.value().file())
                        ? wrong(form, List.of(new Fault(0, "accounts.import.fault.large", List.of())))
                        : text(form.value()).flatMap(text -> {
                            Form<TableForm> sent = form.with(
                                    new TableForm(text, null, form.value().formKey()));
                            return imports.read(text, roles(), sent.once(), visibility)
                                    .flatMap(tried -> tried.faults().isEmpty()
                                            ? Mono.just(Pages.seeOther("/accounts/imports/" + tried.id()))
                                            : wrong(sent, tried.faults()));
                        })
                : Mono.empty();
    }

    private static boolean isTooLarge(@Nullable Upload file) {
        return file != null && (file.isTooLarge() || file.size() > MOST);
    }

    private Mono<Rendering> wrong(Form<TableForm> sent, List<Fault> faults) {
        return page(
                sent.refused(new Rejected(ImportRefusal.FAULTS, faults.size())),
                faults.stream().map(this::say).toList());
    }

    private Mono<Rendering> page(Form<TableForm> form, List<String> faults) {
        return Mono.just(Pages.show(
                "accounts/import",
                new ImportPage(
                        faults, Arrays.stream(Role.values()).map(this::name).toList()),
                form));
    }

    /** What was saved goes into the box, so that it can be mended there. */
    private Mono<String> text(TableForm sent) {
        Upload file = sent.file();
        return file == null || file.size() == 0
                ? Mono.just(sent.text())
                : Mono.fromCallable(() -> decoded(Files.readAllBytes(file.path())))
                        .subscribeOn(Schedulers.boundedElastic())
                        .onErrorMap(IOException.class, UncheckedIOException::new);
    }

    /** Empty for a file of a spreadsheet program, which is no table of words; the page says what to do. */
    private static String decoded(byte[] bytes) {
        if (bytes.length > 1 && bytes[0] == ZIP[0] && bytes[1] == ZIP[1]) {
            return "";
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException old) {
            return new String(bytes, OLD_SPREADSHEETS);
        }
    }

    /** @param what the row's change, in keys of messages */
    record PlanLine(String name, String email, String what, String about) {}

    record PersonLine(String name, String email, String path) {}

    /**
     * @param faults what was wrong when it was to be brought in
     * @param fresh how many are new
     * @param changed how many would be, or were, changed
     */
    record PlanPage(
            String path,
            boolean ready,
            List<PlanLine> lines,
            List<PersonLine> people,
            int fresh,
            int changed,
            boolean written,
            boolean mayWrite,
            boolean givesLinks,
            List<String> faults,
            String done) {}

    @GetMapping("/accounts/imports/{id}")
    Mono<Rendering> plan(@PathVariable String id, @RequestParam(defaultValue = "") String done, Visibility visibility) {
        return imports.find(id, visibility).map(shown -> Pages.show("accounts/plan", plan(shown, List.of(), done)));
    }

    @PostMapping("/accounts/imports/{id}/run")
    Mono<Rendering> run(@PathVariable String id, Visibility visibility) {
        return imports.find(id, visibility)
                .flatMap(there -> imports.run(id, visibility)
                        .flatMap(faults -> faults.isEmpty()
                                ? Mono.just(Pages.seeOther("/accounts/imports/" + id + "?done=brought"))
                                : Mono.just(Pages.refuse(
                                        "accounts/plan",
                                        plan(
                                                there,
                                                faults.stream().map(this::say).toList(),
                                                "")))));
    }

    @PostMapping("/accounts/imports/{id}/write")
    Mono<Rendering> write(@PathVariable String id, Visibility visibility) {
        return imports.find(id, visibility)
                .flatMap(there -> imports.write(id, visibility)
                        .thenReturn(Pages.seeOther("/accounts/imports/" + id + "?done=written")));
    }

    private PlanPage plan(Shown shown, List<String> faults, String done) {
        List<Planned> planned = shown.planned();
        return new PlanPage(
                "/accounts/imports/" + shown.id(),
                shown.ready(),
                planned.stream().map(this::line).toList(),
                shown.people().stream().map(ImportController::line).toList(),
                shown.ready()
                        ? count(planned, PeopleImports.Change.FRESH)
                        : shown.people().size(),
                shown.ready() ? count(planned, PeopleImports.Change.CHANGED) : shown.changed(),
                shown.written(),
                imports.mayWrite(),
                imports.givesLinks(),
                faults,
                List.of("brought", "written").contains(done) ? done : "");
    }

    private static int count(List<Planned> planned, PeopleImports.Change which) {
        return (int) planned.stream().filter(one -> one.change() == which).count();
    }

    private PlanLine line(Planned planned) {
        ImportRow row = planned.row();
        Stream<String> roles = row.roles().stream().sorted().map(this::name);
        Stream<String> places = row.places().stream()
                .map(place -> place.role() == GroupRole.MEMBER
                        ? place.name()
                        : place.name() + " ("
                                + say("groups.role." + place.role().slug()) + ")");
        return new PlanLine(
                row.name(),
                row.email(),
                planned.change().slug(),
                Stream.of(roles, places).flatMap(all -> all).collect(Collectors.joining(" · ")));
    }

    private static PersonLine line(Account account) {
        return new PersonLine(account.name(), String.valueOf(account.email()), "/accounts/" + account.id());
    }

    private Map<String, Role> roles() {
        Map<String, Role> roles = new HashMap<>();
        for (Role role : Role.values()) {
            roles.put(name(role).toLowerCase(Locale.UK), role);
        }
        return roles;
    }

    private String name(Role role) {
        return say("role." + role.slug());
    }

    private String say(Fault fault) {
        String what = messages.getMessage(fault.messageKey(), fault.arguments().toArray(), Locale.UK);
        return fault.row() == 0
                ? what
                : messages.getMessage("accounts.import.row", new Object[] {fault.row(), what}, Locale.UK);
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.UK);
    }
}
