package hub.platform.mail;

import hub.platform.identity.Account;
import hub.platform.site.Site;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringWebFluxTemplateEngine;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Puts letters into their form: HTML and text, from one template each. */
@Component
class Letters {
    private final SpringWebFluxTemplateEngine html;
    private final TemplateEngine text;
    private final MessageSource messages;
    private final StopLinks stops;
    private final MailSettings settings;
    private final Site site;

    Letters(
            SpringWebFluxTemplateEngine html,
            MessageSource messages,
            StopLinks stops,
            MailSettings settings,
            Site site) {
        this.html = html;
        this.text = MailConfiguration.plainText(messages);
        this.messages = messages;
        this.stops = stops;
        this.settings = settings;
        this.site = site;
    }

    /** What the templates see, as {@code it}; all addresses are full ones. */
    record Page(
            String house,
            String council,
            String subject,
            String hello,
            String lead,
            List<String> lines,
            String button,
            String href,
            String home,
            String stop) {}

    Mono<Envelope> put(String id, String kind, Account account, Letter letter) {
        return stops.path(new StopLinks.Stop(kind, account.id()))
                .map(settings::link)
                .flatMap(stop -> put(id, account.name(), Objects.requireNonNull(account.email()), letter, stop));
    }

    /** To somebody without an account, who asked for it. */
    Mono<Envelope> put(String id, GuestMailKind.Addressed addressed) {
        return put(id, addressed.name(), addressed.address().value(), addressed.letter(), "");
    }

    private Mono<Envelope> put(String id, String name, String address, Letter letter, String stop) {
        return Mono.fromCallable(() -> write(id, name, address, letter, stop)).subscribeOn(Schedulers.boundedElastic());
    }

    private Envelope write(String id, String name, String address, Letter letter, String stop) {
        Page page = new Page(
                site.name(),
                site.council(),
                say(letter.subject()),
                Envelope.oneLine(name),
                say(letter.lead()),
                letter.lines().stream().map(this::say).toList(),
                say(letter.button()),
                settings.link(letter.path()),
                settings.link("/"),
                stop);
        Context seen = new Context(Locale.UK, Map.of("it", page));
        return new Envelope(
                id.replaceAll("[^A-Za-z0-9.]+", "-"),
                address,
                name,
                page.subject(),
                html.process("mail/letter", seen),
                text.process("mail/letter", seen),
                stop);
    }

    private String say(Letter.Text said) {
        return messages.getMessage(said.key(), said.arguments().toArray(), Locale.UK);
    }
}
