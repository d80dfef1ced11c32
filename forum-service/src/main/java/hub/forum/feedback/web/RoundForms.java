package hub.forum.feedback.web;

import hub.forum.feedback.rounds.Aim;
import hub.forum.feedback.rounds.Question;
import hub.forum.feedback.rounds.Round;
import hub.forum.feedback.rounds.Scheme;
import hub.platform.forms.Checked;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.forms.TypedDate;
import hub.platform.forms.Understood;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What is typed to make a round, and to answer it. */
final class RoundForms {
    private RoundForms() {}

    /** @param anonymous yes or no */
    record NewRound(
            @Text(
                    least = 3,
                    most = Round.LONGEST_TITLE,
                    missing = "feedback.new.title.missing",
                    message = "feedback.new.title.long")
            String title,

            String scheme,
            String anonymous,
            String formKey)
            implements Checked {
        NewRound {
            title = InputText.clean(title);
            scheme = InputText.clean(scheme);
            anonymous = InputText.clean(anonymous);
            formKey = FormKey.orFresh(formKey);
        }

        @Override
        public void check(Errors errors) {
            if (Slug.find(Scheme.class, scheme).isEmpty()) {
                errors.rejectValue("scheme", "feedback.new.scheme.missing", "feedback.new.scheme.missing");
            }
            if (!anonymous.equals("yes") && !anonymous.equals("no")) {
                errors.rejectValue("anonymous", "feedback.new.anonymous.missing", "feedback.new.anonymous.missing");
            }
        }

        Scheme chosen() {
            return Slug.find(Scheme.class, scheme).orElseThrow();
        }
    }

    /** @param options one a line, of a choice or several */
    record NewQuestion(
            @Text(
                    least = 3,
                    most = Question.LONGEST,
                    missing = "feedback.question.text.missing",
                    message = "feedback.question.text.long")
            String text,

            String kind,

            @Text(most = 1_000, message = "feedback.question.options.wrong")
            String options,

            String aim,
            String formKey)
            implements Checked {
        NewQuestion {
            text = InputText.clean(text);
            kind = InputText.clean(kind);
            options = InputText.cleanText(options).strip();
            aim = InputText.clean(aim);
            formKey = FormKey.orFresh(formKey);
        }

        static NewQuestion blank() {
            return new NewQuestion("", "scale", "", "", "");
        }

        @Override
        public void check(Errors errors) {
            if (Slug.find(Question.Kind.class, kind).isEmpty()) {
                errors.rejectValue("kind", "feedback.question.kind.missing", "feedback.question.kind.missing");
                return;
            }
            int count = lines().size();
            boolean tooLong = lines().stream().anyMatch(line -> InputText.length(line) > Question.LONGEST_OPTION);
            if (hasOptions() && (count < 2 || count > Question.MOST_OPTIONS || tooLong)) {
                errors.rejectValue("options", "feedback.question.options.wrong", "feedback.question.options.wrong");
            }
        }

        private boolean hasOptions() {
            return chosen() == Question.Kind.CHOICE || chosen() == Question.Kind.SEVERAL;
        }

        Question.Kind chosen() {
            return Slug.find(Question.Kind.class, kind).orElseThrow();
        }

        List<String> lines() {
            return options.lines()
                    .map(InputText::clean)
                    .filter(line -> !line.isEmpty())
                    .distinct()
                    .toList();
        }

        List<String> given() {
            return hasOptions() ? lines() : List.of();
        }

        @Nullable
        Aim measures() {
            return chosen() == Question.Kind.SCALE ? Slug.find(Aim.class, aim).orElse(null) : null;
        }
    }

    record Plan(
            @Understood(message = "feedback.plan.opens.missing")
            TypedDate opens,

            @Understood(message = "feedback.plan.closes.missing")
            TypedDate closes) {
        Plan {
            opens = TypedDate.orNone(opens);
            closes = TypedDate.orNone(closes);
        }
    }

    /**
     * Answers by the place of their question: one value or words in {@code a1} and so on, several values in {@code m1} and so on.
     *
     * @param quote whether words may be quoted
     */
    record Answer(
            @Text(most = LONGEST, message = "feedback.answer.long")
            String a1,

            @Text(most = LONGEST, message = "feedback.answer.long")
            String a2,

            @Text(most = LONGEST, message = "feedback.answer.long")
            String a3,

            @Text(most = LONGEST, message = "feedback.answer.long")
            String a4,

            @Text(most = LONGEST, message = "feedback.answer.long")
            String a5,

            @Text(most = LONGEST, message = "feedback.answer.long")
            String a6,

            Set<String> m1,
            Set<String> m2,
            Set<String> m3,
            Set<String> m4,
            Set<String> m5,
            Set<String> m6,
            @Nullable Boolean quote) {
        static final int LONGEST = 1_000;

        Answer {
            a1 = InputText.cleanText(a1).strip();
            a2 = InputText.cleanText(a2).strip();
            a3 = InputText.cleanText(a3).strip();
            a4 = InputText.cleanText(a4).strip();
            a5 = InputText.cleanText(a5).strip();
            a6 = InputText.cleanText(a6).strip();
            m1 = m1 == null ? Set.of() : Set.copyOf(m1);
            m2 = m2 == null ? Set.of() : Set.copyOf(m2);
            m3 = m3 == null ? Set.of() : Set.copyOf(m3);
            m4 = m4 == null ? Set.of() : Set.copyOf(m4);
            m5 = m5 == null ? Set.of() : Set.copyOf(m5);
            m6 = m6 == null ? Set.of() : Set.copyOf(m6);
        }

        static Answer blank() {
            Set<String> none = Set.of();
            return new Answer("", "", "", "", "", "", none, none, none, none, none, none, false);
        }

        private List<String> one() {
            return List.of(a1, a2, a3, a4, a5, a6);
        }

        private List<Set<String>> several() {
            return List.of(m1, m2, m3, m4, m5, m6);
        }

        /** @param at place of the question, from 0 */
        String words(int at) {
            return one().get(at);
        }

        Set<String> values(Question question, int at) {
            return question.kind() == Question.Kind.SEVERAL
                    ? several().get(at)
                    : Stream.of(one().get(at)).collect(java.util.stream.Collectors.toSet());
        }

        boolean mayQuote() {
            return Boolean.TRUE.equals(quote);
        }
    }
}
