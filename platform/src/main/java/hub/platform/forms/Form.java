package hub.platform.forms;

import hub.platform.refusals.Refusal;
import hub.platform.refusals.Rejected;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/**
 * What somebody sent, and what is wrong with it. As an argument of a controller's method it is read from the request and held to the rules of its record.
 *
 * @param <T> the record
 */
public final class Form<T> {
    /** Under this name templates see the record. */
    public static final String NAME = "form";

    private final T value;
    private final BindingResult errors;
    private final HttpStatus whenWrong;

    Form(T value, BindingResult errors, HttpStatus whenWrong) {
        this.value = value;
        this.errors = errors;
        this.whenWrong = whenWrong;
    }

    /** A form as it is shown first. */
    public static <T> Form<T> of(T value) {
        return new Form<>(value, new BeanPropertyBindingResult(value, NAME), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    public T value() {
        return value;
    }

    public BindingResult errors() {
        return errors;
    }

    public boolean hasErrors() {
        return errors.hasErrors();
    }

    /** Of the page that shows it: 200; 422 if something is wrong with what was sent; 409 if things changed meanwhile. */
    public HttpStatus status() {
        return errors.hasErrors() ? whenWrong : HttpStatus.OK;
    }

    /**
     * Does what was asked for, unless something is wrong with it.
     *
     * @param act what to do, and the answer when it is done
     * @param again the page with this form, for what was wrong and what was refused
     */
    public Mono<Rendering> submit(Function<T, Mono<Rendering>> act, Function<Form<T>, Mono<Rendering>> again) {
        return hasErrors()
                ? again.apply(this)
                : Mono.defer(() -> act.apply(value))
                        .onErrorResume(Rejected.class, refusal -> again.apply(refused(refusal)));
    }

    /** The same answers with one more thing that is wrong. */
    public Form<T> refused(Rejected refusal) {
        BindingResult all = copy(value);
        Refusal why = refusal.why();
        if (why.field().isEmpty()) {
            all.reject(why.messageKey(), refusal.arguments(), why.messageKey());
        } else {
            all.rejectValue(why.field(), why.messageKey(), refusal.arguments(), why.messageKey());
        }
        return new Form<>(value, all, why.canBeMended() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
    }

    /** Other answers, with what is wrong kept. */
    public Form<T> with(T other) {
        return new Form<>(other, copy(other), whenWrong);
    }

    private BindingResult copy(T target) {
        BindingResult copy = new BeanPropertyBindingResult(target, NAME);
        copy.addAllErrors(errors);
        return copy;
    }
}
