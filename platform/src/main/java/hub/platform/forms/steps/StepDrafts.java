package hub.platform.forms.steps;

import hub.platform.forms.Form;
import hub.platform.forms.FormReader;
import hub.platform.mongo.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.FieldError;
import reactor.core.publisher.Mono;

/** Keeps what people answer, page by page. */
@Service
public class StepDrafts {
    private final StepDraftStore store;
    private final FormReader reader;
    private final Clock clock;

    StepDrafts(StepDraftStore store, FormReader reader, Clock clock) {
        this.store = store;
        this.reader = reader;
        this.clock = clock;
    }

    /** Before the first answer; nothing is kept yet. */
    public <R> StepDraft empty(StepForm<R> form) {
        return new StepDraft(Ids.next() + Ids.next(), form.name(), Map.of(), clock.instant(), clock.instant());
    }

    /** A draft of this form; empty if there is none, or it is older than a week. */
    public Mono<StepDraft> find(StepForm<?> form, String id) {
        return store.find(id)
                .filter(draft -> draft.form().equals(form.name())
                        && draft.kept().plus(StepDraftStore.KEPT).isAfter(clock.instant()));
    }

    /** The draft with what was sent for one question, whether or not it is right. Not kept yet. */
    public StepDraft with(StepDraft draft, StepForm.Step<?> step, Map<String, List<String>> sent) {
        return draft.with(step, sent, clock.instant());
    }

    public Mono<StepDraft> keep(StepDraft draft) {
        return store.put(draft);
    }

    /** It was sent, or given up: nothing of it stays. Belongs into the transaction of the cause. */
    public Mono<Void> end(StepDraft draft) {
        return store.remove(draft.id());
    }

    /** How long ago somebody began. */
    public Duration age(StepDraft draft) {
        return Duration.between(draft.begun(), clock.instant());
    }

    /** All answers, with all that is wrong with them. */
    public <R> Form<R> read(StepForm<R> form, StepDraft draft) {
        return reader.read(form.type(), draft.answers());
    }

    /** All answers, with what is wrong with those to one question. */
    public <R> Form<R> read(StepForm<R> form, StepDraft draft, StepForm.Step<R> step) {
        Form<R> whole = read(form, draft);
        Form<R> one = Form.of(whole.value());
        BeanPropertyBindingResult errors = (BeanPropertyBindingResult) one.errors();
        for (FieldError wrong : whole.errors().getFieldErrors()) {
            if (step.fields().contains(wrong.getField())) {
                errors.addError(wrong);
            }
        }
        return one;
    }

    /** All answers as they are shown first: nothing is wrong with what was not asked yet. */
    public <R> Form<R> shown(StepForm<R> form, StepDraft draft) {
        return Form.of(read(form, draft).value());
    }
}
