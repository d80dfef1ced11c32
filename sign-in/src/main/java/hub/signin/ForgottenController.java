package hub.signin;

import hub.platform.identity.EmailAddress;
import hub.signin.AttemptStore.Counter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * A link by mail for somebody who forgot the password, or whose invitation is too old. The answer is the same whether or not there is such a person, and whether or
 * not a letter goes.
 */
@Controller
class ForgottenController {
    private final People people;
    private final AttemptStore attempts;
    private final LinkLetters letters;

    ForgottenController(People people, AttemptStore attempts, LinkLetters letters) {
        this.people = people;
        this.attempts = attempts;
        this.letters = letters;
    }

    @GetMapping("/forgotten")
    ModelAndView form() {
        return letters.goOut() ? page(HttpStatus.OK, "", Map.of()) : PageModel.nothingHere();
    }

    @PostMapping("/forgotten")
    ModelAndView ask(
            @RequestParam(defaultValue = "") String username,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!letters.goOut()) {
            return PageModel.nothingHere();
        }
        if (EmailAddress.of(username).isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, username, Map.of("username", "forgotten.username.wrong"));
        }
        Duration pause = attempts.next(Counter.ofLettersFrom(request.getRemoteAddr()));
        if (pause.isPositive()) {
            long minutes = pause.plusSeconds(59).toMinutes();
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(pause.plusMillis(999).toSeconds()));
            return page(HttpStatus.TOO_MANY_REQUESTS, username, Map.of()).addObject("wait", minutes);
        }
        boolean may = attempts.next(Counter.ofLettersTo(username)).isZero();
        people.byUsername(username)
                .filter(person -> may && !person.demo())
                .ifPresent(person -> letters.ask(person.subject()));
        return new ModelAndView("forgotten-asked").addObject("username", EmailAddress.spelling(username));
    }

    private static ModelAndView page(HttpStatus status, String username, Map<String, String> errors) {
        return new ModelAndView("forgotten", status)
                .addObject("username", username)
                .addObject("errors", errors);
    }
}
