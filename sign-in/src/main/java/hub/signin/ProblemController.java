package hub.signin;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Every error that no page answers for: what happened and what to do, nothing of how. */
@Controller
class ProblemController implements ErrorController {

    @RequestMapping("/error")
    ModelAndView problem(HttpServletRequest request) {
        HttpStatus status = status(request);
        return new ModelAndView("problem", status).addObject("kind", kind(status));
    }

    /** Whoever types the address of the error page finds no page. */
    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private static String kind(HttpStatus status) {
        if (status == HttpStatus.NOT_FOUND) {
            return "notFound";
        }
        if (status == HttpStatus.TOO_MANY_REQUESTS) {
            return "busy";
        }
        return status.is4xxClientError() ? "badRequest" : "broken";
    }
}
