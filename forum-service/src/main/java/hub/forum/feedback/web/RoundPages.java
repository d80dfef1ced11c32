package hub.forum.feedback.web;

import hub.forum.feedback.answers.Answers;
import hub.forum.feedback.results.RoundResults;
import hub.forum.feedback.rounds.Aim;
import hub.forum.feedback.rounds.Question;
import hub.forum.feedback.rounds.Round;
import hub.forum.feedback.rounds.Scheme;
import hub.platform.figures.BarChart;
import hub.platform.figures.Figure;
import hub.platform.figures.FigureTable;
import hub.platform.forms.Choice;
import hub.platform.time.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What pages of rounds show. */
@Component
class RoundPages {
    private final MessageSource messages;
    private final Times times;

    RoundPages(MessageSource messages, Times times) {
        this.messages = messages;
        this.times = times;
    }

    /** A round in a list. */
    record Line(String href, String title, String scheme, String state, String when) {}

    record ListPage(
            List<Line> waiting,
            List<Line> others,
            boolean runs,
            boolean readsMeasures,
            @Nullable String done) {}

    record NewPage(List<Choice> schemes, List<Choice> anonymous) {
        public List<String> fields() {
            return List.of("title", "scheme", "anonymous");
        }
    }

    /** @param about kind, options and aim in words */
    record QuestionLine(String id, String text, String about) {}

    /** A draft, with the form for one more question or for its dates. @param form which of them was sent */
    record DraftPage(
            Round round,
            String scheme,
            List<QuestionLine> questions,
            List<Choice> kinds,
            List<Choice> aims,
            String form) {
        public List<String> fields() {
            return form.equals("plan") ? List.of("opens", "closes") : List.of("text", "kind", "options", "aim");
        }
    }

    /** @param name of the field; {@code options} of scale, choice and several */
    record Field(String name, String kind, String text, List<Choice> options) {}

    record AnswerPage(Round round, String closes, List<Field> questions, boolean hasWords) {
        public List<String> fields() {
            return questions.stream().map(Field::name).toList();
        }
    }

    /** @param figure null for words, and where the answers cannot be told apart */
    record Result(String text, boolean words, @Nullable Figure figure, List<String> quotes) {}

    /**
     * @param thanks whether the viewer has answered
     * @param answered how many did: in a sentence
     */
    record StatusPage(
            Round round,
            String scheme,
            String when,
            boolean thanks,
            String answered,
            List<Result> results,
            boolean judges) {}

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }

    Line line(Round round) {
        return new Line(
                round.path(), round.title(), scheme(round), round.state().slug(), when(round));
    }

    String scheme(Round round) {
        return say("feedback.scheme." + round.scheme().slug());
    }

    String when(Round round) {
        Instant opens = round.opens();
        Instant closes = round.closes();
        return opens == null || closes == null
                ? ""
                : say("feedback.when." + round.state().slug(), times.day(opens), times.day(closes));
    }

    NewPage newPage() {
        return new NewPage(
                Stream.of(Scheme.values())
                        .map(scheme -> new Choice(scheme.slug(), say("feedback.scheme." + scheme.slug()), null))
                        .toList(),
                List.of(
                        new Choice("yes", say("feedback.new.anonymous.yes"), say("feedback.new.anonymous.yes.hint")),
                        new Choice("no", say("feedback.new.anonymous.no"), say("feedback.new.anonymous.no.hint"))));
    }

    DraftPage draft(Round round, String form) {
        return new DraftPage(
                round,
                scheme(round),
                round.questions().stream()
                        .map(question -> new QuestionLine(question.id(), question.text(), about(question)))
                        .toList(),
                Stream.of(Question.Kind.values())
                        .map(kind -> new Choice(kind.slug(), say("feedback.kind." + kind.slug()), null))
                        .toList(),
                Stream.of(Aim.values())
                        .map(aim -> new Choice(aim.slug(), say("feedback.aim." + aim.slug()), null))
                        .toList(),
                form);
    }

    private String about(Question question) {
        List<String> parts =
                new ArrayList<>(List.of(say("feedback.kind." + question.kind().slug())));
        parts.addAll(question.options());
        Aim aim = question.aim();
        if (aim != null) {
            parts.add(say("feedback.aim." + aim.slug()));
        }
        return String.join(" · ", parts);
    }

    AnswerPage answer(Round round) {
        List<Field> fields = IntStream.range(0, round.questions().size())
                .mapToObj(at -> field(round.questions().get(at), at))
                .toList();
        return new AnswerPage(
                round,
                times.day(Objects.requireNonNull(round.closes())),
                fields,
                round.questions().stream().anyMatch(question -> question.kind() == Question.Kind.WORDS));
    }

    private Field field(Question question, int at) {
        String name = (question.kind() == Question.Kind.SEVERAL ? "m" : "a") + (at + 1);
        List<Choice> options = question.values().stream()
                .map(value -> new Choice(
                        value,
                        question.kind() == Question.Kind.SCALE
                                ? say("feedback.scale." + value)
                                : question.options().get(Integer.parseInt(value) - 1),
                        null))
                .toList();
        return new Field(name, question.kind().slug(), question.text(), options);
    }

    static List<Answers.Given> given(Round round, RoundForms.Answer sent) {
        return IntStream.range(0, round.questions().size())
                .mapToObj(at -> {
                    Question question = round.questions().get(at);
                    return question.kind() == Question.Kind.WORDS
                            ? new Answers.Given(question, Set.of(), sent.words(at))
                            : new Answers.Given(question, sent.values(question, at), "");
                })
                .toList();
    }

    StatusPage status(RoundResults.Results results, boolean thanks, boolean judges) {
        Round round = results.round();
        return new StatusPage(round, scheme(round), when(round), thanks, answered(results), results(results), judges);
    }

    String answered(RoundResults.Results results) {
        if (results.answered() == 0) {
            return say("feedback.answered.few");
        }
        return results.round().isClosed()
                ? say("feedback.answered", results.answered(), results.round().invited())
                : say("feedback.answered.atLeast", results.answered());
    }

    List<Result> results(RoundResults.Results results) {
        return results.questions().stream()
                .map(one -> new Result(
                        one.question().text(),
                        one.question().kind() == Question.Kind.WORDS,
                        figure(results.round(), one),
                        one.quotes()))
                .toList();
    }

    private @Nullable Figure figure(Round round, RoundResults.QuestionResult result) {
        FigureTable table = result.table();
        return table == null
                ? null
                : new Figure(
                        "figure-" + round.id() + "-" + result.question().id(),
                        result.question().text(),
                        say("feedback.figure.about"),
                        BarChart.of(table),
                        say("feedback.figure.corner"),
                        table);
    }
}
