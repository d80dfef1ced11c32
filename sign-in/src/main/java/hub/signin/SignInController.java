package hub.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The sign-in page. */
@Controller
class SignInController {
    private static final long MINUTE = 60;

    private final SignIns signIns;
    private final KnownDevices devices;
    private final BrowserSession session;
    private final DemoPeople demo;
    private final Settings settings;

    SignInController(
            SignIns signIns, KnownDevices devices, BrowserSession session, DemoPeople demo, Settings settings) {
        this.signIns = signIns;
        this.devices = devices;
        this.session = session;
        this.demo = demo;
        this.settings = settings;
    }

    @GetMapping("/")
    ModelAndView start() {
        return PageModel.seeOther(settings.hubOrigin() + "/");
    }

    /** @param as the username of a demo person to fill in; means nothing where there is no demo */
    @GetMapping("/sign-in")
    ModelAndView form(@RequestParam(defaultValue = "") String as) {
        Optional<DemoPerson> chosen = demo.byUsername(as);
        return page(HttpStatus.OK, chosen.map(DemoPerson::username).orElse(""), Map.of())
                .addObject("chosen", chosen.orElse(null))
                .addObject("password", chosen.isPresent() ? settings.demoPassword() : null);
    }

    @PostMapping("/sign-in")
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        Map<String, String> errors = missing(username, password);
        if (!errors.isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, username, errors);
        }
        return switch (signIns.attempt(username, password, request.getRemoteAddr(), devices.of(request))) {
            case SignIns.Proved(Person person) -> {
                String next = session.next(request, response);
                session.begin(person, request, response);
                yield PageModel.seeOther(next);
            }
            case SignIns.Wrong() ->
                page(HttpStatus.UNPROCESSABLE_CONTENT, username, Map.of("username", "signin.wrong"));
            case SignIns.TooMany(Duration wait) -> tooMany(username, wait, response);
        };
    }

    private static Map<String, String> missing(String username, String password) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (username.isBlank()) {
            errors.put("username", "signin.username.missing");
        }
        if (password.isEmpty()) {
            errors.put("password", "signin.password.missing");
        }
        return errors;
    }

    private ModelAndView tooMany(String username, Duration wait, HttpServletResponse response) {
        long seconds = wait.plusMillis(999).toSeconds();
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        boolean brief = seconds < MINUTE;
        return page(HttpStatus.TOO_MANY_REQUESTS, username, Map.of())
                .addObject("waitUnit", brief ? "seconds" : "minutes")
                .addObject("wait", brief ? roundedUp(seconds, 10) * 10 : roundedUp(seconds, MINUTE));
    }

    private static long roundedUp(long some, long each) {
        return (some + each - 1) / each;
    }

    private ModelAndView page(HttpStatus status, String username, Map<String, String> errors) {
        ModelAndView page = new ModelAndView("sign-in", status);
        if (settings.demo()) {
            page.addObject("demoPeople", demo.all()).addObject("demoPassword", settings.demoPassword());
        }
        return page.addObject("username", username).addObject("errors", errors);
    }
}
