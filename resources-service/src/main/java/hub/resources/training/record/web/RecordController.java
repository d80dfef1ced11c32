package hub.resources.training.record.web;

import hub.platform.forms.Checked;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.forms.Typed;
import hub.platform.forms.TypedDate;
import hub.platform.forms.Understood;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import hub.platform.time.Times;
import hub.resources.publishing.PublicationWords;
import hub.resources.standards.TsdStandards;
import hub.resources.training.TrainingPolicy;
import hub.resources.training.courses.web.TypedNumbers;
import hub.resources.training.record.CarerRecord;
import hub.resources.training.record.CarerRecords;
import hub.resources.training.record.Learning;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The carer's record, and certificates. */
@Controller
class RecordController {
    private static final Set<String> DONE = Set.of("told", "confirmed");

    private final CarerRecords records;
    private final TsdStandards standards;
    private final Times times;
    private final Clock clock;

    RecordController(CarerRecords records, TsdStandards standards, Times times, Clock clock) {
        this.records = records;
        this.standards = standards;
        this.times = times;
        this.clock = clock;
    }

    /** Something learned elsewhere. */
    record ToldForm(
            @Text(
                    least = 3,
                    most = Learning.LONGEST_TITLE,
                    missing = "training.record.tell.title.missing",
                    message = "training.record.tell.title.long")
            String title,

            @Understood(message = "training.record.tell.date.missing")
            TypedDate date,

            @Typed String hours,

            Set<String> standards,
            String formKey)
            implements Checked {
        ToldForm {
            title = InputText.clean(title);
            date = TypedDate.orNone(date);
            hours = InputText.clean(hours);
            standards = standards == null ? Set.of() : Set.copyOf(standards);
            formKey = FormKey.orFresh(formKey);
        }

        @Override
        public void check(Errors errors) {
            if (TypedNumbers.hours(hours).isEmpty()) {
                errors.rejectValue("hours", "training.form.hours.wrong", "training.form.hours.wrong");
            }
        }

        static ToldForm blank() {
            return new ToldForm("", TypedDate.NONE, "", Set.of(), "");
        }
    }

    /** @param until empty if it lasts, or was not done */
    record MustLine(String title, String href, String standing, String until) {}

    /** @param certificate where it is; empty for none */
    record LearnedLine(
            String id, String title, String on, String hours, String kind, boolean waits, String certificate) {}

    record StandardLine(String title, int occasions, String hours) {}

    /**
     * One carer's.
     *
     * @param due "3 May 2027"; empty if they are not approved, and once it is over: what was handed in by then is kept elsewhere
     * @param confirms whether the viewer confirms what they say they learned elsewhere
     */
    record Person(
            String account,
            String name,
            String due,
            String yearBegan,
            String hours,
            String target,
            boolean enough,
            List<MustLine> musts,
            List<StandardLine> standards,
            List<LearnedLine> learned,
            boolean confirms) {}

    /** @param own whether it is the viewer's */
    record RecordPage(
            List<Person> people,
            boolean own,
            List<Choice> standards,
            @Nullable String done) {
        public List<String> fields() {
            return List.of("title", "date", "hours", "standards");
        }
    }

    @GetMapping("/training/record")
    Mono<Rendering> own(@RequestParam(defaultValue = "") String done, Viewer viewer) {
        return page(records.own(viewer), true, done, Form.of(ToldForm.blank()), viewer)
                .switchIfEmpty(supervised(viewer));
    }

    /** @param href of their record */
    record Supervised(String name, String href) {}

    record SupervisedPage(List<Supervised> carers) {}

    /** For a social worker: the carers whose records she looks into. */
    private Mono<Rendering> supervised(Viewer viewer) {
        return records.supervised(viewer)
                .map(carer -> new Supervised(carer.name(), "/training/record/" + carer.id()))
                .collectList()
                .filter(carers -> !carers.isEmpty())
                .map(carers -> Pages.show("training/supervised", new SupervisedPage(carers)));
    }

    @GetMapping("/training/record/{account}")
    Mono<Rendering> of(@PathVariable String account, @RequestParam(defaultValue = "") String done, Viewer viewer) {
        return page(records.of(account, viewer), false, done, Form.of(ToldForm.blank()), viewer);
    }

    private Mono<Rendering> page(
            Flux<CarerRecord> found, boolean own, String done, Form<ToldForm> form, Viewer viewer) {
        return found.concatMap(record -> records.confirms(record, viewer).map(confirms -> person(record, confirms)))
                .collectList()
                .filter(people -> !people.isEmpty())
                .map(people -> Pages.show(
                        "training/record",
                        new RecordPage(
                                people, own, choices(), DONE.contains(done) ? "training.record.done." + done : null),
                        form));
    }

    private Person person(CarerRecord record, boolean confirms) {
        LocalDate due = record.standardsDue();
        boolean ahead = due != null
                && !due.isBefore(clock.instant().atZone(Times.LONDON).toLocalDate());
        return new Person(
                record.carer().id(),
                record.carer().name(),
                due == null || !ahead ? "" : times.day(due),
                times.day(record.yearBegan()),
                PublicationWords.hours(record.hoursThisYear()),
                PublicationWords.hours(record.rules().hoursAYear()),
                record.hoursThisYear() >= record.rules().hoursAYear(),
                record.musts().stream().map(this::line).toList(),
                standards.all().stream()
                        .map(standard -> {
                            CarerRecord.OnStandard on = record.on(standard.number());
                            return new StandardLine(
                                    standard.title(), on.occasions(), PublicationWords.hours(on.hours()));
                        })
                        .toList(),
                record.all().stream().map(this::line).toList(),
                confirms);
    }

    private MustLine line(CarerRecord.Must must) {
        Instant until = must.until();
        return new MustLine(
                must.course().title(),
                must.course().path(),
                must.standing().slug(),
                until == null ? "" : times.day(until));
    }

    private LearnedLine line(Learning one) {
        return new LearnedLine(
                one.id(),
                one.title(),
                times.day(one.on()),
                PublicationWords.hours(one.hours()),
                one.kind().slug(),
                !one.counts(),
                one.certified() ? "/training/certificate/" + one.id() : "");
    }

    private List<Choice> choices() {
        return standards.all().stream()
                .map(standard -> new Choice(
                        Integer.toString(standard.number()), standard.number() + " " + standard.name(), null))
                .toList();
    }

    @PostMapping("/training/record")
    Mono<Rendering> tell(Form<ToldForm> form, Viewer viewer) {
        return Mono.just(viewer)
                .filter(TrainingPolicy::mayBook)
                .flatMap(carer -> form.submit(
                        sent -> records.tell(
                                        sent.title(),
                                        at(sent),
                                        TypedNumbers.hours(sent.hours()).orElseThrow(),
                                        standards.all().stream()
                                                .map(standard -> standard.number())
                                                .filter(number ->
                                                        sent.standards().contains(number.toString()))
                                                .toList(),
                                        sent.formKey(),
                                        viewer)
                                .map(told -> Pages.seeOther("/training/record?done=told")),
                        again -> page(records.own(viewer), true, "", again, viewer)));
    }

    private static Instant at(ToldForm sent) {
        return Objects.requireNonNull(sent.date().date())
                .atTime(12, 0)
                .atZone(Times.LONDON)
                .toInstant();
    }

    @PostMapping("/training/record/{account}/{learning}/confirm")
    Mono<Rendering> confirm(@PathVariable String account, @PathVariable String learning, Viewer viewer) {
        String back = "/training/record/" + account;
        return records.confirm(account, learning, viewer)
                .map(done -> Pages.seeOther(back + "?done=confirmed"))
                .onErrorResume(Rejected.class, already -> Mono.just(Pages.seeOther(back)));
    }

    /** What anybody may know who has the code: name, course, date, hours. */
    record CertificatePage(String code, String name, String title, String on, String hours, double count) {}

    @GetMapping("/training/certificate/{code}")
    Mono<Rendering> certificate(@PathVariable String code) {
        return records.certificate(code)
                .map(one -> new CertificatePage(
                        one.id(),
                        one.name(),
                        one.title(),
                        Times.inFull(one.on().atZone(Times.LONDON).toLocalDate()),
                        PublicationWords.hours(one.hours()),
                        one.hours()))
                .map(page -> Pages.show("training/certificate", page));
    }
}
