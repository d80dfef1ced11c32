package hub.platform.styleguide.web;

import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.forms.steps.StepView;
import hub.platform.help.OnCall;
import hub.platform.pages.Fragment;
import hub.platform.pages.Pages;
import hub.platform.security.PublicPaths;
import hub.platform.styleguide.StyleguideSection;
import hub.platform.time.Moment;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;

/** The parts in their states, made of the fragments themselves, so that what is looked at here is what pages have. */
@Controller
@ConditionalOnProperty("hearth.styleguide")
class StyleguideController {
    private final ObjectProvider<StyleguideSection> more;

    StyleguideController(ObjectProvider<StyleguideSection> more) {
        this.more = more;
    }

    @Bean
    static PublicPaths styleguidePath() {
        return PublicPaths.of("/styleguide");
    }

    /** @param more what features add */
    record Guide(
            List<Choice> options,
            List<Samples.Section> sections,
            Moment moment,
            OnCall.Line onCall,
            StepView step,
            List<StepView.Answer> answers,
            List<Fragment> more) {}

    @GetMapping("/styleguide")
    Rendering styleguide() {
        Form<Samples.Form> form = Form.of(Samples.FORM);
        form.errors().rejectValue("wrongName", "", "Enter a name");
        form.errors().rejectValue("wrongRole", "", "Choose what is closest to you");
        form.errors().rejectValue("wrongText", "", "Write something before you post");
        form.errors().rejectValue("wrongDay", "", "June has no such day. Check the date.");
        form.errors()
                .rejectValue("wrongTime", "", "Is seven in the morning or in the evening? Write am or pm after it.");
        return Pages.show(
                "styleguide/page",
                new Guide(
                        Samples.OPTIONS,
                        Samples.SECTIONS,
                        Samples.SATURDAY,
                        Samples.ON_CALL,
                        Samples.STEP,
                        Samples.ANSWERS,
                        more.orderedStream().map(StyleguideSection::fragment).toList()),
                form);
    }
}
