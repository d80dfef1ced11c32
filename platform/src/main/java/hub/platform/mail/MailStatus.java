package hub.platform.mail;

import hub.platform.status.Standing;
import hub.platform.status.StatusSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether letters go out; that one waits or failed is said of the work in the background. */
@Component
@Order(40)
class MailStatus implements StatusSource {
    private final MailSettings settings;

    MailStatus(MailSettings settings) {
        this.settings = settings;
    }

    @Override
    public String of() {
        return "mail";
    }

    @Override
    public Mono<Standing> standing() {
        return Mono.just(
                settings.sends()
                        ? Standing.fine(of(), "goes", settings.host(), settings.from())
                        : Standing.look(of(), "none"));
    }
}
