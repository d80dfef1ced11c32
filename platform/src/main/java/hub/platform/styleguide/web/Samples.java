package hub.platform.styleguide.web;

import hub.platform.forms.Choice;
import hub.platform.forms.TypedDate;
import hub.platform.forms.TypedTime;
import hub.platform.forms.steps.StepView;
import hub.platform.help.OnCall;
import hub.platform.time.Moment;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Invented answers, to show the parts with. */
final class Samples {
    static final OnCall.Line ON_CALL = new OnCall.Line(
            "On call now",
            "Marion Whitlock, until 8am",
            "07700 900142",
            "07700900142",
            "Next: Gwen Hughes, from 8am.",
            true,
            "/styleguide");
    static final Moment SATURDAY =
            new Moment("2026-11-21T22:20:00Z", "Saturday at 10.20pm", "Saturday 21 November 2026 at 10.20pm");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    static final Form FORM = new Form(
            "Ruth",
            "Ten minutes I can do.",
            "carer",
            Set.of("carer"),
            true,
            "carer",
            TypedDate.read("next Tuesday", TODAY),
            TypedTime.read("half past three"),
            "",
            "",
            "",
            "",
            TypedDate.read("31 June", TODAY),
            TypedTime.read("seven"));

    static final List<Choice> OPTIONS = List.of(
            new Choice("carer", "I am a foster carer", "You have been to panel."),
            new Choice("kinship", "I am a kinship carer", null));

    static final List<Section> SECTIONS =
            List.of(new Section("/styleguide", "Conversations", true), new Section("/styleguide", "People", false));

    static final StepView STEP = new StepView("name", 3, 6, "/styleguide", "/styleguide", "/styleguide");

    static final List<StepView.Answer> ANSWERS = List.of(
            new StepView.Answer("What shall we call you?", "Ruth", "/styleguide"),
            new StepView.Answer("Your question", "", "/styleguide"));

    private Samples() {}

    /** Fields that are right and fields that are wrong. */
    record Form(
            String name,
            String text,
            String role,
            Set<String> help,
            Boolean agreed,
            String group,
            TypedDate day,
            TypedTime time,
            String file,
            String wrongName,
            String wrongText,
            String wrongRole,
            TypedDate wrongDay,
            TypedTime wrongTime) {}

    record Section(String href, String text, boolean here) {}
}
