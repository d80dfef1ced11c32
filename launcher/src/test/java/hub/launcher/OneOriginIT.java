package hub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import hub.launcher.HttpVisitor.Answer;
import hub.testkit.Words;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An empty hub behind Caddy with TLS, hub and sign-in under one name: the administrator opens the link that was printed, signs in again later, and invites somebody by
 * mail, who forgets the password.
 */
class OneOriginIT {
    private static final Pattern LINK = Pattern.compile(".*(https://\\S+/identity/invitation/\\S+)");
    private static final String PASSWORD = "kettle garden bicycle";

    @TempDir
    static Path folder;

    @Test
    void theFirstAdministratorComesInThroughTls() throws Exception {
        int port = Ports.freePair();
        int outside = Ports.free();
        String origin = "https://localhost:" + outside;
        Caddy caddy = Caddy.start(
                "one-machine.Caddyfile",
                folder,
                Map.of(
                        "HEARTH_ORIGIN",
                        origin,
                        "HEARTH_TLS",
                        "tls internal",
                        "HTTP_PORT",
                        Integer.toString(Ports.free()),
                        "HEARTH_PORT",
                        Integer.toString(port),
                        "SIGN_IN_PORT",
                        Integer.toString(port + 1)));
        GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        HubProcess hub = HubProcess.start(
                Map.of(
                        "MAIL_HOST",
                        "127.0.0.1",
                        "MAIL_PORT",
                        Integer.toString(mails.getSmtp().getPort()),
                        "MAIL_ENCRYPTION",
                        "none"),
                "--empty",
                "--origin",
                origin,
                "--port",
                Integer.toString(port),
                "--data",
                folder.resolve("data").toString());
        try {
            HttpVisitor administrator = walk(hub, origin, port);
            byMail(administrator, mails, origin);
            fromATable(administrator, mails, origin);
            assertThat(hub.output()).noneMatch(line -> line.contains("ERROR"));
        } catch (AssertionError failed) {
            throw new AssertionError(failed.getMessage() + "\n" + caddy.log(), failed);
        } finally {
            hub.close();
            caddy.close();
            mails.stop();
        }
    }

    private static HttpVisitor walk(HubProcess hub, String origin, int port) throws Exception {
        HttpVisitor administrator = new HttpVisitor(origin, trustingCaddy());
        String link = hub.output().stream()
                .map(LINK::matcher)
                .filter(found -> found.matches())
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(hub.output().toString()));
        assertThat(link).startsWith(origin);

        Answer form = administrator.get(link);
        assertThat(form.status()).isEqualTo(200);
        Answer chosen = administrator.post(link, "password", PASSWORD, "again", PASSWORD, "_csrf", form.field("_csrf"));
        assertThat(chosen.status()).as(chosen.body()).isEqualTo(303);
        Answer home = administrator.follow(chosen);
        assertThat(home.status()).as(home.body()).isEqualTo(200);
        assertThat(home.response().uri().toString()).isEqualTo(origin + "/");
        assertThat(administrator.get("/accounts").status()).isEqualTo(200);
        assertThat(administrator.cookies())
                .isNotEmpty()
                .allSatisfy(cookie ->
                        assertThat(cookie.getSecure()).as(cookie.getName()).isTrue());
        assertThat(chosen.response().headers().allValues("set-cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure", "HttpOnly"));

        HttpVisitor later = new HttpVisitor(origin, trustingCaddy());
        Answer signIn = later.follow(later.get("/oauth2/authorization/hearth"));
        assertThat(signIn.response().uri().toString()).isEqualTo(origin + "/identity/sign-in");
        assertThat(signIn.body()).contains("action=\"/identity/sign-in\"");
        Answer in = later.follow(later.post(
                "/identity/sign-in",
                "username",
                " Administrator@Localhost ",
                "password",
                PASSWORD,
                "_csrf",
                signIn.field("_csrf")));
        assertThat(in.response().uri().toString()).isEqualTo(origin + "/");
        assertThat(later.get("/accounts").body()).contains(Words.of("accounts.title"));

        HttpVisitor inside = new HttpVisitor("http://127.0.0.1:" + port);
        assertThat(inside.get("/help").status()).isEqualTo(200);
        return later;
    }

    private static void byMail(HttpVisitor administrator, GreenMail mails, String origin) throws Exception {
        Answer form = administrator.get("/accounts/invite");
        Answer invited = administrator.post(
                "/accounts/invite",
                "name",
                "Ivy Green",
                "email",
                "ivy@example.org",
                "roles",
                "carer",
                "writer",
                form.field("writer"),
                "_csrf",
                form.field("_csrf"));
        assertThat(invited.body())
                .contains(Words.of("accounts.mailed.title", "Ivy Green"))
                .doesNotContain("/identity/invitation/");
        String link = linkIn(mails, 1, "ivy@example.org", origin);
        HttpVisitor ivy = new HttpVisitor(origin, trustingCaddy());
        choose(ivy, link, PASSWORD, "Ivy Green");

        HttpVisitor forgetful = new HttpVisitor(origin, trustingCaddy());
        Answer ask = forgetful.get("/identity/forgotten");
        Answer asked =
                forgetful.post("/identity/forgotten", "username", "Ivy@example.org ", "_csrf", ask.field("_csrf"));
        assertThat(asked.status()).isEqualTo(200);
        choose(forgetful, linkIn(mails, 2, "ivy@example.org", origin), "seven quiet otters", "Ivy Green");
    }

    /** Nobody of a table is written to before the button is pressed; then each has a way in of their own. */
    private static void fromATable(HttpVisitor administrator, GreenMail mails, String origin) throws Exception {
        Answer form = administrator.get("/accounts/import");
        Answer tried = administrator.post(
                "/accounts/import",
                "text",
                "name,email,roles\nJo Ling,jo@example.org,carer",
                "formKey",
                form.field("formKey"),
                "writer",
                form.field("writer"),
                "_csrf",
                form.field("_csrf"));
        assertThat(tried.status()).as(tried.body()).isEqualTo(303);
        Answer plan = administrator.follow(tried);
        String path = plan.response().uri().getPath();
        Answer brought = administrator.follow(administrator.post(path + "/run", "_csrf", plan.field("_csrf")));
        assertThat(brought.body()).contains("Jo Ling", Words.of("accounts.import.write", 1));
        assertThat(mails.getReceivedMessages()).hasSize(2);
        administrator.post(path + "/write", "_csrf", brought.field("_csrf"));
        HttpVisitor jo = new HttpVisitor(origin, trustingCaddy());
        choose(jo, linkIn(mails, 3, "jo@example.org", origin), PASSWORD, "Jo Ling");
    }

    private static void choose(HttpVisitor who, String link, String password, String name) throws Exception {
        Answer form = who.get(link);
        Answer home = who.follow(who.post(link, "password", password, "again", password, "_csrf", form.field("_csrf")));
        assertThat(home.status()).as(home.body()).isEqualTo(200);
        assertThat(who.get("/me").body()).contains(name);
    }

    private static String linkIn(GreenMail mails, int number, String to, String origin) throws Exception {
        assertThat(mails.waitForIncomingEmail(30_000, number))
                .as("letter %d", number)
                .isTrue();
        MimeMessage letter = mails.getReceivedMessages()[number - 1];
        assertThat(letter.getHeader("List-Unsubscribe")).isNull();
        assertThat(letter.getAllRecipients()[0].toString()).contains(to);
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        letter.writeTo(raw);
        String whole = raw.toString(StandardCharsets.UTF_8).replace("=\r\n", "");
        Matcher link = Pattern.compile(Pattern.quote(origin) + "/identity/invitation/[A-Za-z0-9_-]{43}")
                .matcher(whole);
        assertThat(link.find()).as(whole).isTrue();
        return link.group();
    }

    /** The root of the authority that Caddy has made for itself; a moment after its start. */
    private static HttpClient.Builder trustingCaddy() throws Exception {
        Path root = folder.resolve("caddy/pki/authorities/local/root.crt");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(root) && Files.size(root) > 0);
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(root)) {
            trusted.setCertificateEntry(
                    "caddy", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(tls).version(HttpClient.Version.HTTP_1_1);
    }
}
