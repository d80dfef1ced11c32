package hub.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Signing out where the hub's word was in doubt, such as when another person is signed in here: the reader is asked (OpenID Connect RP-Initiated Logout 1.0, section 2). */
@Controller
class SignOutController {
    private final BrowserSession session;
    private final Settings settings;

    SignOutController(BrowserSession session, Settings settings) {
        this.session = session;
        this.settings = settings;
    }

    @GetMapping("/sign-out")
    ModelAndView ask(@Nullable Principal signedIn) {
        return signedIn == null ? PageModel.seeOther(settings.hubOrigin() + "/") : new ModelAndView("sign-out");
    }

    @PostMapping("/sign-out")
    ModelAndView signOut(HttpServletRequest request, HttpServletResponse response) {
        session.end(request, response);
        return PageModel.seeOther(settings.hubOrigin() + "/");
    }
}
