package hub.forum.constellations.web;

import hub.forum.constellations.Constellations;
import hub.forum.constellations.homes.Bed;
import hub.forum.constellations.homes.HubHome;
import hub.forum.constellations.homes.HubHomes;
import hub.forum.constellations.rota.RotaWords;
import hub.forum.groups.Group;
import hub.forum.groups.Visibility;
import hub.platform.forms.Checked;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.forms.TypedDate;
import hub.platform.forms.Understood;
import hub.platform.mongo.Ids;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import hub.platform.time.Times;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The beds of the hub home, and whom hub carers ring themselves: for those who keep it. */
@Controller
class BedController {
    private final Constellations constellations;
    private final HubHomes homes;
    private final RotaWords words;

    BedController(Constellations constellations, HubHomes homes, RotaWords words) {
        this.constellations = constellations;
        this.homes = homes;
        this.words = words;
    }

    /**
     * Beds of one kind.
     *
     * @param until empty for as long as anybody knows
     */
    record BedForm(
            String kind,

            @Text(most = 10, message = "constellations.beds.count.wrong")
            String count,

            @Understood(message = "constellations.beds.from.missing")
            TypedDate from,

            TypedDate until,
            String formKey)
            implements Checked {
        BedForm {
            kind = InputText.clean(kind);
            count = InputText.clean(count);
            from = TypedDate.orNone(from);
            until = TypedDate.orNone(until);
            formKey = FormKey.orFresh(formKey);
        }

        @Override
        public void check(Errors errors) {
            if (Slug.find(Bed.Kind.class, kind).isEmpty()) {
                errors.rejectValue("kind", "constellations.beds.kind.missing");
            }
            int number = InputText.number(count);
            if (number < 1 || number > Bed.MOST) {
                errors.rejectValue("count", "constellations.beds.count.wrong");
            }
            LocalDate first = from.date();
            LocalDate last = until.date();
            if (!until.isEmpty() && (last == null || (first != null && last.isBefore(first)))) {
                errors.rejectValue("until", "constellations.beds.until.wrong");
            }
        }

        Bed bed(String group, String once) {
            return new Bed(
                    Ids.of("bed of " + group + " by " + once),
                    Slug.find(Bed.Kind.class, kind).orElseThrow(),
                    InputText.number(count),
                    Objects.requireNonNull(from.date()),
                    until.date());
        }
    }

    /** Whom to ring; both empty for nobody. */
    record BackupForm(
            @Text(most = 80, message = "constellations.backup.name.length")
            String name,

            @Text(most = 40, message = "constellations.number.wrong")
            String number)
            implements Checked {
        private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()]{2,30}");

        BackupForm {
            name = InputText.clean(name);
            number = InputText.clean(number);
        }

        @Override
        public void check(Errors errors) {
            if (!number.isEmpty() && !PHONE.matcher(number).matches() && !errors.hasFieldErrors("number")) {
                errors.rejectValue("number", "constellations.number.wrong");
            }
            if (number.isEmpty() && !name.isEmpty()) {
                errors.rejectValue("number", "constellations.number.missing");
            }
        }
    }

    /** @param beds that there are, each with its line */
    record BedsPage(String group, String name, List<BedLine> beds, List<Choice> kinds) {}

    record BedLine(String id, String line) {}

    record BackupPage(String group, String name) {}

    @GetMapping("/constellations/{group}/beds")
    Mono<Rendering> beds(@PathVariable String group, Visibility visibility) {
        BedForm fresh = new BedForm("", "1", TypedDate.NONE, TypedDate.NONE, "");
        return toKeep(group, visibility).flatMap(found -> page(found, Form.of(fresh), visibility));
    }

    @PostMapping("/constellations/{group}/beds")
    Mono<Rendering> add(@PathVariable String group, Form<BedForm> form, Visibility visibility) {
        return toKeep(group, visibility)
                .flatMap(found -> form.submit(
                        sent -> homes.addBed(group, sent.bed(group, form.once()), visibility)
                                .map(home -> Pages.seeOther("/constellations/" + group + "/beds")),
                        again -> page(found, again, visibility)));
    }

    @PostMapping("/constellations/{group}/beds/{bed}/remove")
    Mono<Rendering> remove(@PathVariable String group, @PathVariable String bed, Visibility visibility) {
        return toKeep(group, visibility)
                .flatMap(found -> homes.removeBed(group, bed, visibility))
                .map(home -> Pages.seeOther("/constellations/" + group + "/beds"));
    }

    @GetMapping("/constellations/{group}/backup")
    Mono<Rendering> backup(@PathVariable String group, Visibility visibility) {
        return toKeep(group, visibility)
                .flatMap(found -> homes.of(found, visibility)
                        .map(home -> page(found, Form.of(new BackupForm(home.backup(), home.backupNumber())))));
    }

    @PostMapping("/constellations/{group}/backup")
    Mono<Rendering> putBackup(@PathVariable String group, Form<BackupForm> form, Visibility visibility) {
        return toKeep(group, visibility)
                .flatMap(found -> form.submit(
                        sent -> homes.backup(group, sent.name(), sent.number(), visibility)
                                .map(home -> Pages.seeOther("/constellations/" + group + "?done=backup")),
                        again -> Mono.just(page(found, again))));
    }

    private Mono<Group> toKeep(String group, Visibility visibility) {
        return constellations.toKeep(group, visibility);
    }

    private static Rendering page(Group group, Form<BackupForm> form) {
        return Pages.show("constellations/backup", new BackupPage(group.id(), group.name()), form);
    }

    private Mono<Rendering> page(Group group, Form<BedForm> form, Visibility visibility) {
        return homes.of(group, visibility)
                .map(home -> Pages.show(
                        "constellations/beds", new BedsPage(group.id(), group.name(), lines(home), kinds()), form));
    }

    private List<BedLine> lines(HubHome home) {
        return home.beds().stream().map(bed -> new BedLine(bed.id(), line(bed))).toList();
    }

    private String line(Bed bed) {
        LocalDate until = bed.until();
        String what = words.say("constellations.beds.kind." + bed.kind().slug(), bed.count());
        return until == null
                ? words.say("constellations.beds.line", what, Times.inFull(bed.from()))
                : words.say("constellations.beds.line.until", what, Times.inFull(bed.from()), Times.inFull(until));
    }

    private List<Choice> kinds() {
        return Arrays.stream(Bed.Kind.values())
                .map(kind -> new Choice(kind.slug(), words.say("constellations.beds.name." + kind.slug()), null))
                .toList();
    }
}
