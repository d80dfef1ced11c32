package hub.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import hub.forum.ForumService;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.platform.queue.QueuedItem;
import hub.platform.site.Site;
import hub.testkit.Browsing;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.TestFixture;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.context.ContextConfiguration;
import org.thymeleaf.spring6.SpringWebFluxTemplateEngine;
import reactor.core.publisher.Mono;

/** Letters, against a real mail server and against two that are none. */
@HubIT
@ContextConfiguration(classes = ForumService.class)
class MailIT {
    private static final ServerSetup ANY_PORT = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);

    @Autowired
    TestKind kind;

    @Autowired
    Accounts accounts;

    @Autowired
    StoppedAddressStore stopped;

    @Autowired
    SpringWebFluxTemplateEngine engine;

    @Autowired
    MessageSource messages;

    @Autowired
    StopLinks stopLinks;

    @Autowired
    PostBoxStore postBox;

    @Autowired
    Site site;

    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    private final GreenMail server = new GreenMail(ANY_PORT);

    @BeforeEach
    void aServer() {
        server.start();
    }

    @AfterEach
    void noServer() {
        server.stop();
    }

    @Test
    void aLetterGoesOutInTwoFormsWithAWayToStopIt() throws Exception {
        Account amina = people.carer("Amina");
        send(amina, server.getSmtp().getPort());
        MimeMessage letter = server.getReceivedMessages()[0];
        assertThat(letter.getSubject()).isEqualTo("2 things wait for you");
        assertThat(letter.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(letter.getHeader("List-Unsubscribe")[0]).startsWith("<https://hearth.example/mail/stop/test~amina~");
        String body = GreenMailUtil.getWholeMessage(letter);
        assertThat(body).contains("text/plain", "text/html", "https://hearth.example/notifications");
        assertThat(body).doesNotContain("<script", "http://", "cid:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Siobhán O’Brien",
                "Zoë\r\nBcc: everybody@example.org",
                "Ray\u2028To: other@example.org",
                "Eve\u0000\u202e\u200b, <eve@example.org>",
                "\"Quote\" (comment); a@b",
                "\uD83E\uDDA6 Otter"
            })
    void whateverAPersonIsCalledItStaysInItsHeader(String name) throws Exception {
        Envelope envelope = new Envelope(
                "mail-1", "one@example.org", name, name, "<p>Hello</p>", "Hello", "https://hearth.example/mail/stop/x");
        transport(server.getSmtp().getPort()).send("one", envelope).block(Duration.ofSeconds(20));
        MimeMessage letter = server.getReceivedMessages()[0];
        assertThat(letter.getAllRecipients()).hasSize(1);
        assertThat(((InternetAddress) letter.getAllRecipients()[0]).getAddress())
                .isEqualTo("one@example.org");
        assertThat(letter.getHeader("Bcc")).isNull();
        assertThat(letter.getHeader("To")).hasSize(1);
        assertThat(letter.getHeader("Subject")).hasSize(1);
        assertThat(letter.getSubject()).doesNotContain("\r", "\n");
    }

    @Test
    void aServerThatIsAwayLosesNothing() throws Exception {
        Account joe = people.carer("Joe");
        int port = server.getSmtp().getPort();
        server.stop();
        assertThatThrownBy(() -> send(joe, port)).hasMessageContaining("Mail server connection failed");
        MailQueue queue = queue(port);
        assertThat(queue.pauseAfter(1)).contains(Duration.ofSeconds(10));
        assertThat(queue.pauseAfter(41)).contains(Duration.ofHours(1));
        assertThat(queue.pauseAfter(42)).isEmpty();
        assertThat(stopped.is(joe.id(), "joe@example.org").block()).isFalse();
    }

    @Test
    void anAddressThatDoesNotExistIsWrittenToNoMore() throws Exception {
        Account gone = people.carer("Gone");
        Account administrator = people.with("Ada", Role.ADMINISTRATOR);
        try (ServerSocket refuses = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> refuseEveryRecipient(refuses));
            send(gone, refuses.getLocalPort());
        }
        assertThat(stopped.is(gone.id(), "gone@example.org").block()).isTrue();
        send(gone, server.getSmtp().getPort());
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(browsing.as(administrator).get("/mail/stopped").body()).contains("gone@example.org");
        assertThat(browsing.as(gone).get("/mail/stopped").status()).isEqualTo(404);
        browsing.as(administrator).post("/mail/stopped/" + gone.id() + "/again");
        send(gone, server.getSmtp().getPort());
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void nobodyIsWrittenToWhoIsNotApprovedOrHasNothingToBeTold() throws Exception {
        Account waiting = people.person("Waiting", Approval.AWAITING);
        send(waiting, server.getSmtp().getPort());
        Account quiet = people.carer("Quiet");
        queue(server.getSmtp().getPort()).handle(item(quiet, "nothing")).block(Duration.ofSeconds(20));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private void send(Account account, int port) {
        queue(port).handle(item(account, "two")).block(Duration.ofSeconds(30));
    }

    private static QueuedItem item(Account account, String about) {
        return QueuedItem.fresh(
                Mails.queueOf("test"), account.id(), account.id(), Instant.EPOCH, new Document(Mails.ABOUT, about));
    }

    private MailQueue queue(int port) {
        Letters written = new Letters(engine, messages, stopLinks, settings(port), site);
        return new MailQueue(kind, accounts, stopped, written, transport(port));
    }

    private MailTransport transport(int port) {
        MailSettings settings = settings(port);
        return new MailTransport(settings, new MailConfiguration().mailSender(settings), postBox, site);
    }

    private static MailSettings settings(int port) {
        return new MailSettings(
                "127.0.0.1",
                port,
                "",
                "",
                MailSettings.Encryption.NONE,
                "hearth@hearth.example",
                "https://hearth.example");
    }

    private static void refuseEveryRecipient(ServerSocket server) {
        try (Socket client = server.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            out.print("220 here\r\n");
            out.flush();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.print(line.startsWith("RCPT") ? "550 5.1.1 No such person\r\n" : "250 Fine\r\n");
                out.flush();
            }
        } catch (IOException ended) {
            // The client has gone.
        }
    }

    /** A kind that the tests send. */
    @TestFixture
    static class TestKind implements MailKind {
        @Override
        public String kind() {
            return "test";
        }

        @Override
        public Mono<Letter> write(String account, String about) {
            return about.equals("nothing")
                    ? Mono.empty()
                    : Mono.just(new Letter(
                            Letter.Text.of("notifications.mail.subject", 2),
                            Letter.Text.of("notifications.mail.lead", 2),
                            List.of(Letter.Text.of("threads.reply.notice.mail", 2)),
                            Letter.Text.of("notifications.mail.button"),
                            "/notifications"));
        }

        @Override
        public Mono<Void> stop(String account) {
            return Mono.empty();
        }
    }
}
