package hub.platform.forms;

import hub.platform.guard.Advice;
import hub.platform.mongo.Ids;
import hub.platform.refusals.Refusal;
import hub.platform.refusals.Rejected;
import hub.platform.requests.Upload;
import hub.platform.text.Components;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
    private final @Nullable Advice advice;

    Form(T value, BindingResult errors, HttpStatus whenWrong, @Nullable Advice advice) {
        this.value = value;
        this.errors = errors;
        this.whenWrong = whenWrong;
        this.advice = advice;
    }

    /** A form as it is shown first. */
    public static <T> Form<T> of(T value) {
        return new Form<>(value, new BeanPropertyBindingResult(value, NAME), HttpStatus.UNPROCESSABLE_CONTENT, null);
    }

    public T value() {
        return value;
    }

    public BindingResult errors() {
        return errors;
    }

    /** What the guard says of its texts; null for nothing. */
    public @Nullable Advice advice() {
        return advice;
    }

    /** With what the guard says, beside the fields it is about. */
    Form<T> advised(Advice said, String key) {
        BindingResult all = copy(value);
        said.notices().keySet().forEach(field -> all.rejectValue(field, key, key));
        return new Form<>(value, all, HttpStatus.UNPROCESSABLE_CONTENT, said);
    }

    /** With something to read before it is sent. */
    Form<T> wrong(String key) {
        BindingResult all = copy(value);
        all.reject(key, key);
        return new Form<>(value, all, HttpStatus.UNPROCESSABLE_CONTENT, null);
    }

    /**
     * Names what was sent, for what must be made of it once: this form with these very answers. The back button brings an old form back, and an answer that was lost brings it again with
     * more words: those are another, and must not be swallowed by the first. The record has a {@code formKey} among its answers.
     *
     * @param without answers that say what becomes of it and not what it is, as of two buttons
     */
    public String once(String... without) {
        return Ids.of(Components.of(value).entrySet().stream()
                .filter(answer -> !List.of(without).contains(answer.getKey()))
                .map(answer -> answer.getKey() + "=" + spelled(answer.getValue()))
                .collect(Collectors.joining("\n")));
    }

    /** In one order, whatever that of a set is in this process; a file is not spelled out. */
    private static String spelled(@Nullable Object answer) {
        return switch (answer) {
            case Upload file -> "";
            case Collection<?> several ->
                several.stream().map(String::valueOf).sorted().toList().toString();
            case null, default -> String.valueOf(answer);
        };
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

    /** The same answers with one more thing that is wrong: beside its field, or above all if the form has no such field. */
    public Form<T> refused(Rejected refusal) {
        BindingResult all = copy(value);
        Refusal why = refusal.why();
        if (!Components.of(value).containsKey(why.field())) {
            all.reject(why.messageKey(), refusal.arguments(), why.messageKey());
        } else {
            all.rejectValue(why.field(), why.messageKey(), refusal.arguments(), why.messageKey());
        }
        return new Form<>(
                value, all, why.canBeMended() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT, advice);
    }

    /** Other answers, with what is wrong kept. */
    public Form<T> with(T other) {
        return new Form<>(other, copy(other), whenWrong, advice);
    }

    private BindingResult copy(T target) {
        BindingResult copy = new BeanPropertyBindingResult(target, NAME);
        copy.addAllErrors(errors);
        return copy;
    }
}
