package hub.platform.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.regex.Pattern;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * A letter that is ready to go.
 *
 * @param id stays the same when it is sent again, so that a mailbox that has it already shows it once
 * @param to an address alone
 * @param name of whoever gets it
 * @param stop the full address of the link with which they get no more of the kind; empty for a letter that was asked for once
 */
record Envelope(String id, String to, String name, String subject, String html, String text, String stop) {
    private static final Pattern NOT_FOR_A_HEADER = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    /** Whatever stands in a name or an address, it stays within its header. */
    void writeTo(MimeMessage message, MailSettings settings, String house) throws MessagingException {
        try {
            String utf8 = StandardCharsets.UTF_8.name();
            MimeMessageHelper helper =
                    new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, utf8);
            InternetAddress recipient = new InternetAddress(oneLine(to), true);
            recipient.setPersonal(oneLine(name), utf8);
            message.setRecipient(Message.RecipientType.TO, recipient);
            InternetAddress sender = new InternetAddress(settings.from(), true);
            sender.setPersonal(oneLine(house), utf8);
            message.setFrom(sender);
            message.setSubject(oneLine(subject), utf8);
            helper.setText(text, html);
            message.setSentDate(new Date());
            if (!stop.isEmpty()) {
                message.setHeader("List-Unsubscribe", "<" + stop + ">");
                message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
            message.setHeader("Auto-Submitted", "auto-generated");
            message.saveChanges();
            message.setHeader("Message-ID", "<" + id + "@" + domainOf(settings.from()) + ">");
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String oneLine(String text) {
        return NOT_FOR_A_HEADER.matcher(text).replaceAll(" ").strip();
    }

    private static String domainOf(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
