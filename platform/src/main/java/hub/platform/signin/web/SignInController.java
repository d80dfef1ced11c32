package hub.platform.signin.web;

import hub.platform.forms.TypedFields;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.signin.KeptForms;
import hub.platform.signin.SentForm;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

@Controller
class SignInController {
    private final KeptForms kept;
    private final TypedFields typed;

    SignInController(KeptForms kept, TypedFields typed) {
        this.kept = kept;
        this.typed = typed;
    }

    @GetMapping("/sign-in/failed")
    Rendering failed() {
        return Rendering.view("signin/failed").status(HttpStatus.FORBIDDEN).build();
    }

    /** Where signing out ends: on a shared phone people want to read that it worked. */
    @GetMapping("/sign-in/out")
    Rendering out() {
        return Rendering.view("signin/out").build();
    }

    /** What was typed before the session ended, to be sent with one press. */
    @GetMapping("/sign-in/kept")
    Mono<Rendering> kept(Viewer viewer, WebSession session) {
        return Mono.justOrEmpty(viewer.account())
                .flatMap(account -> kept.of(session, account))
                .map(form -> Pages.show("signin/kept", SentForm.of(form, typed)))
                .switchIfEmpty(Mono.fromSupplier(() -> Pages.seeOther("/")));
    }
}
