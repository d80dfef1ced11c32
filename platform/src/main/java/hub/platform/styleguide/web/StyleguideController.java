package hub.platform.styleguide.web;

import hub.platform.security.PublicPaths;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;

/** The parts in their states, made of the fragments themselves, so that what is looked at here is what pages have. */
@Controller
@ConditionalOnProperty("hearth.styleguide")
class StyleguideController {

    @Bean
    static PublicPaths styleguidePath() {
        return PublicPaths.of("/styleguide");
    }

    @GetMapping("/styleguide")
    Rendering styleguide() {
        Samples.Form form = Samples.FORM;
        BindingResult errors = new DataBinder(form, "form").getBindingResult();
        errors.rejectValue("wrongName", "", "Enter a name");
        errors.rejectValue("wrongRole", "", "Choose what is closest to you");
        errors.rejectValue("wrongText", "", "Write something before you post");
        return Rendering.view("styleguide/page")
                .modelAttribute("form", form)
                .modelAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors)
                .modelAttribute("options", Samples.OPTIONS)
                .modelAttribute("sections", Samples.SECTIONS)
                .modelAttribute("nodes", Samples.posts())
                .modelAttribute("threads", Samples.THREADS)
                .modelAttribute("moment", Samples.SATURDAY)
                .build();
    }
}
