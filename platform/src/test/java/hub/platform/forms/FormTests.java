package hub.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.refusals.Refusal;
import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What is wrong with a form is found by the rules on its record, and comes back with the answers. */
class FormTests {
    private static final FormRules RULES = new FormRules();
    private static final Rendering DONE = Rendering.redirectTo("/").build();
    private static final Rendering AGAIN = Rendering.view("again").build();

    record Wish(
            @Text(least = 3, most = 5, missing = "wish.short", message = "wish.long")
            String wish,

            String other) implements Checked {
        Wish {
            wish = InputText.clean(wish);
        }

        @Override
        public void check(Errors errors) {
            if (wish.equals(other)) {
                errors.rejectValue("other", "wish.same");
            }
        }
    }

    enum No implements Refusal {
        TAKEN,
        GONE;

        @Override
        public String messageKey() {
            return "wish." + name();
        }

        @Override
        public String field() {
            return this == TAKEN ? "wish" : "";
        }

        @Override
        public boolean canBeMended() {
            return this == TAKEN;
        }
    }

    record Meeting(
            @Understood(message = "meeting.day.missing") TypedDate day,
            @Understood TypedTime until) {}

    @Test
    void aDateThatWasNotUnderstoodSaysWhyBesideItsField() {
        LocalDate today = LocalDate.of(2026, 5, 20);
        assertThat(RULES.checked(new Meeting(TypedDate.read("3 June", today), TypedTime.NONE))
                        .hasErrors())
                .isFalse();
        Form<Meeting> wrong = RULES.checked(new Meeting(TypedDate.read("31 June", today), TypedTime.read("seven")));
        FieldError day = wrong.errors().getFieldError("day");
        assertThat(day.getCode()).isEqualTo("parts.date.noSuchDay");
        assertThat(day.getArguments()).containsExactly("June");
        assertThat(wrong.errors().getFieldError("until").getCode()).isEqualTo("parts.time.half");
        Form<Meeting> missing = RULES.checked(new Meeting(TypedDate.NONE, TypedTime.NONE));
        assertThat(missing.errors().getFieldErrors())
                .extracting(FieldError::getCode)
                .containsExactly("meeting.day.missing");
    }

    @AfterAll
    static void close() {
        RULES.destroy();
    }

    private static Form<Wish> sent(String wish, String other) {
        Wish value = new Wish(wish, other);
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(value, Form.NAME);
        RULES.check(value, errors);
        return new Form<>(value, errors, HttpStatus.UNPROCESSABLE_CONTENT, null);
    }

    private static String code(Form<Wish> form, String field) {
        return String.valueOf(form.errors().getFieldError(field).getCode());
    }

    @Test
    void lengthsAreCountedAsPeopleCountAndMistakesAreKeysOfTheBundle() {
        assertThat(sent("abc", "").hasErrors()).isFalse();
        assertThat(sent("🙂🙂🙂🙂🙂", "").hasErrors()).isFalse();
        assertThat(code(sent(" a ", ""), "wish")).isEqualTo("wish.short");
        Form<Wish> tooLong = sent("abcdefg", "");
        assertThat(code(tooLong, "wish")).isEqualTo("wish.long");
        assertThat(tooLong.errors().getFieldError("wish").getArguments()).containsExactly(7);
        assertThat(tooLong.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void whatDependsOnTwoAnswersIsSaidAfterTheRest() {
        assertThat(code(sent("abc", "abc"), "other")).isEqualTo("wish.same");
    }

    @Test
    void nothingIsDoneWithAFormThatIsWrong() {
        assertThat(sent("a", "")
                        .submit(wish -> Mono.error(new AssertionError()), form -> Mono.just(AGAIN))
                        .block())
                .isSameAs(AGAIN);
        assertThat(sent("abc", "")
                        .submit(wish -> Mono.just(DONE), form -> Mono.error(new AssertionError()))
                        .block())
                .isSameAs(DONE);
    }

    @Test
    void aRefusalComesBackBesideItsFieldWithTheAnswersAndItsStatus() {
        assertThat(refused(No.TAKEN).status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(code(refused(No.TAKEN), "wish")).isEqualTo("wish.TAKEN");
        assertThat(refused(No.GONE).status()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(refused(No.GONE).errors().getGlobalError().getCode()).isEqualTo("wish.GONE");
        assertThat(refused(No.GONE).value().wish()).isEqualTo("abc");
        assertThat(refused(No.GONE).with(new Wish("other", "")).hasErrors()).isTrue();
    }

    private static Form<Wish> refused(No why) {
        Form<?>[] seen = new Form<?>[1];
        sent("abc", "")
                .submit(wish -> Mono.error(new Rejected(why)), form -> {
                    seen[0] = form;
                    return Mono.just(AGAIN);
                })
                .block();
        @SuppressWarnings("unchecked")
        Form<Wish> form = (Form<Wish>) seen[0];
        return form;
    }
}
