package hub.platform.mail;

import hub.platform.site.Site;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Hands letters to the mail server, or puts them into the post box where none is named. */
@Component
class MailTransport {
    private static final int NO_SUCH_MAILBOX = 550;
    private static final int NOT_LOCAL = 551;
    private static final int NOT_ALLOWED_NAME = 553;

    private final MailSettings settings;
    private final JavaMailSender server;
    private final PostBoxStore postBox;
    private final Site site;

    MailTransport(MailSettings settings, JavaMailSender server, PostBoxStore postBox, Site site) {
        this.settings = settings;
        this.server = server;
        this.postBox = postBox;
        this.site = site;
    }

    /** @throws AddressRefused (as a signal) if there is no such address; other errors may pass */
    Mono<Void> send(String account, Envelope envelope) {
        return settings.sends()
                ? Mono.<Void>fromCallable(() -> {
                            sendNow(envelope);
                            return null;
                        })
                        .subscribeOn(Schedulers.boundedElastic())
                : postBox.put(account, envelope);
    }

    /** As {@link #send}. Where there is no mail server the letter goes nowhere: a post box is somebody's own. */
    Mono<Void> sendToGuest(Envelope envelope) {
        return settings.sends() ? send("", envelope) : Mono.empty();
    }

    private void sendNow(Envelope envelope) throws Exception {
        MimeMessage message = server.createMimeMessage();
        envelope.writeTo(message, settings, site.name());
        try {
            server.send(message);
        } catch (MailSendException failure) {
            if (failure.getFailedMessages().values().stream().anyMatch(MailTransport::saysNoSuchAddress)) {
                throw new AddressRefused();
            }
            throw failure;
        }
    }

    /** Also a refusal of our own address or of what we wrote is permanent; only this one is about theirs. */
    private static boolean saysNoSuchAddress(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException refused && isNoSuchAddress(refused.getReturnCode())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNoSuchAddress(int code) {
        return code == NO_SUCH_MAILBOX || code == NOT_LOCAL || code == NOT_ALLOWED_NAME;
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : failure.getCause();
    }
}
