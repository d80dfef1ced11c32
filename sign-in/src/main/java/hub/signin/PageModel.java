package hub.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Properties;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** What every page shows. */
@ControllerAdvice
class PageModel {
    private final Settings settings;
    private final Properties assets;
    private final LinkLetters letters;

    PageModel(Settings settings, LinkLetters letters) throws IOException {
        this.settings = settings;
        this.letters = letters;
        this.assets = PropertiesLoaderUtils.loadAllProperties("assets.properties");
    }

    /** What each static file is called, with the hash of its content; made by the build of the platform, which is beside us on the class path. */
    @ModelAttribute("assets")
    Properties assets() {
        return assets;
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

    /** Whether a forgotten password is a matter of a letter. */
    @ModelAttribute("letters")
    boolean letters() {
        return letters.goOut();
    }

    static ModelAndView nothingHere() {
        return new ModelAndView("problem", HttpStatus.NOT_FOUND).addObject("kind", "notFound");
    }

    /** Left alone it would be logged with the field and what stood in it, and that may be a password. */
    @ExceptionHandler(InvalidParameterException.class)
    void unreadable(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.BAD_REQUEST.value());
    }

    /** Nothing of the model goes into the address. */
    static ModelAndView seeOther(String address) {
        RedirectView redirect = new RedirectView(address, false, false, false);
        redirect.setExpandUriTemplateVariables(false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
