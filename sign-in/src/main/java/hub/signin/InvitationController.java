package hub.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a one-time link opens: the choice of a password. Looking does not use the link up, as mail programs look too. */
@Controller
class InvitationController {
    private final People people;
    private final Passwords passwords;
    private final BrowserSession session;
    private final Settings settings;
    private final LinkLetters hub;
    private final Clock clock;

    InvitationController(
            People people,
            Passwords passwords,
            BrowserSession session,
            Settings settings,
            LinkLetters hub,
            Clock clock) {
        this.people = people;
        this.passwords = passwords;
        this.session = session;
        this.settings = settings;
        this.hub = hub;
        this.clock = clock;
    }

    @GetMapping("/invitation/{token}")
    ModelAndView form(@PathVariable String token) {
        return people.invited(token)
                .map(person -> page(HttpStatus.OK, person, Map.of()))
                .orElseGet(InvitationController::over);
    }

    /** Who chose a password has proved who they are, and goes on into the hub. */
    @PostMapping("/invitation/{token}")
    ModelAndView choose(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Person> invited = people.invited(token);
        if (invited.isEmpty()) {
            return over();
        }
        Map<String, String> errors = errors(password, again, invited.get());
        if (!errors.isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, invited.get(), errors);
        }
        Instant now = clock.instant();
        return people.choosePassword(token, password)
                .map(person -> {
                    hub.passwordChosen(person.subject(), now);
                    session.begin(person, request, response);
                    return PageModel.seeOther(settings.hubSignIn());
                })
                .orElseGet(InvitationController::over);
    }

    private Map<String, String> errors(String password, String again, Person person) {
        return passwords
                .problem(password, person.username())
                .map(problem -> Map.of("password", problem))
                .orElseGet(() -> password.equals(again) ? Map.of() : Map.of("again", "invitation.again.different"));
    }

    private static ModelAndView page(HttpStatus status, Person person, Map<String, String> errors) {
        return new ModelAndView("invitation", status)
                .addObject("name", person.name())
                .addObject("username", person.username())
                .addObject("errors", errors);
    }

    private static ModelAndView over() {
        return new ModelAndView("invitation-over", HttpStatus.NOT_FOUND);
    }
}
