package hub.signin;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** What every page shows. */
@ControllerAdvice
class PageModel {
    private final Settings settings;

    PageModel(Settings settings) {
        this.settings = settings;
    }

    @ModelAttribute("site")
    String site() {
        return settings.siteName();
    }

    @ModelAttribute("hub")
    String hub() {
        return settings.hubOrigin() + "/";
    }

    @ModelAttribute("hubSignIn")
    String hubSignIn() {
        return settings.hubSignIn();
    }

    /** Nothing of the model goes into the address. */
    static ModelAndView seeOther(String address) {
        RedirectView redirect = new RedirectView(address, false, false, false);
        redirect.setExpandUriTemplateVariables(false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
