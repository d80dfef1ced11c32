package hub.platform.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code hearth.mail}.
 *
 * @param host of the server; empty for none: letters go into the post box
 * @param encryption {@code starttls}, {@code tls} or {@code none}
 * @param from the address that letters come from
 * @param address the hub's own, such as {@code https://hearth.example.gov.uk}, for links
 */
@ConfigurationProperties("hearth.mail")
record MailSettings(
        String host, int port, String username, String password, Encryption encryption, String from, String address) {

    /** Of the connection to the server. */
    enum Encryption {
        STARTTLS,
        TLS,
        NONE
    }

    boolean sends() {
        return !host.isBlank();
    }

    /** @param path begins with a slash; or is a full address, such as the sign-in's */
    String link(String path) {
        return !path.startsWith("/") ? path : address.replaceAll("/+$", "") + path;
    }
}
