package hub.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hub.launcher.HttpVisitor.Answer;
import hub.testkit.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Files in the whole hub, as a browser sends them: with the real form token, the process that cleans them, and the ends that a hub comes to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilesIT {
    private static final String GUIDE = "/library/sleep-and-settling";
    private static final Pattern LINK = Pattern.compile("href=\"(" + GUIDE + "/files/[0-9a-z]{12}/[^\"]*[.][^\"]*)\"");
    private static final byte[] NOTES = "A lavender bath before bed\n".getBytes(UTF_8);

    @TempDir
    static Path data;

    private HubProcess hub;
    private int port;
    private HttpVisitor helen;

    @BeforeAll
    void aHubWithItsDemo() throws Exception {
        DemoData.copyTo(data);
        start();
    }

    private void start() throws Exception {
        port = Ports.freePair();
        hub = HubProcess.start("--port", Integer.toString(port), "--data", data.toString());
        helen = new HttpVisitor("http://localhost:" + port).signedInAs("helen.marsh@example.org");
    }

    @AfterAll
    void stop() throws Exception {
        hub.close();
    }

    private Answer send(String filename, byte[] bytes, String token) throws Exception {
        Answer form = helen.get(GUIDE + "/files");
        return helen.postFile(
                GUIDE + "/files",
                filename,
                bytes,
                "_csrf",
                token.isEmpty() ? form.field("_csrf") : token,
                "writer",
                form.field("writer"),
                "formKey",
                form.field("formKey"),
                "title",
                "What helped Tilly");
    }

    @Test
    void aFileIsSentWithTheTokenOfItsFormAndSavedByAReader() throws Exception {
        String demo = new HttpVisitor("http://localhost:" + port).get(GUIDE).body();
        assertThat(demo).contains("A sleep diary for one week", "PDF, ");

        Answer sent = send("notes.txt", NOTES, "");
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        Answer saved = helen.get(last(helen.get(GUIDE).body()));
        assertThat(saved.body().getBytes(UTF_8)).isEqualTo(NOTES);
        assertThat(saved.header("Content-Disposition")).contains("notes.txt");

        Answer stale = send("other.txt", NOTES, "not-the-token");
        assertThat(stale.location()).isEqualTo("/sign-in/kept");
        assertThat(helen.get("/sign-in/kept").body()).contains("What helped Tilly");
        Answer large = send("large.txt", new byte[30_000_000], "");
        assertThat(large.status()).isEqualTo(422);
        assertThat(large.body()).contains(Words.of("files.tooLarge"), "What helped Tilly");
        assertThat(helen.get(GUIDE).body()).doesNotContain("other.txt", "large.txt");

        Answer stranger = new HttpVisitor("http://localhost:" + port)
                .postFile(GUIDE + "/files", "a.txt", NOTES, "title", "What helped Tilly");
        assertThat(stranger.location()).contains("/oauth2/authorization/");
        // What a request left is taken away when it has been answered, which is a moment later.
        Awaitility.await().ignoreExceptions().until(() -> temporaryFiles() == 0);
    }

    @Test
    void whileMongoDbIsAwayWhatWasTypedBesideAFileStandsOnThePage() throws Exception {
        Answer form = helen.get(GUIDE + "/files");
        signal("STOP");
        Answer away = helen.postFile(
                GUIDE + "/files",
                "notes.txt",
                NOTES,
                "_csrf",
                form.field("_csrf"),
                "writer",
                form.field("writer"),
                "formKey",
                form.field("formKey"),
                "title",
                "What helped Tilly");
        signal("CONT");
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.body()).contains("What helped Tilly");
        Awaitility.await().until(() -> helen.get(GUIDE).status() == 200);
    }

    @Test
    void ofAFileWhoseHubIsKilledInTheMiddleNothingIsSeenAndNothingStays() throws Exception {
        Answer form = helen.get(GUIDE + "/files");
        try (Socket half = new Socket("localhost", port)) {
            OutputStream out = half.getOutputStream();
            out.write(("POST " + GUIDE + "/files HTTP/1.1\r\nHost: localhost:" + port
                            + "\r\nCookie: HEARTH_SESSION="
                            + helen.cookie("HEARTH_SESSION") + "; HEARTH_CSRF=" + helen.cookie("HEARTH_CSRF")
                            + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000000\r\n\r\n"
                            + "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + form.field("_csrf")
                            + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"half.txt\"\r\n\r\n")
                    .getBytes(UTF_8));
            out.write("half ".repeat(200_000).getBytes(UTF_8));
            out.flush();
            Awaitility.await().until(() -> temporaryFiles() > 0);
            hub.kill();
        }
        start();
        assertThat(helen.get(GUIDE + "/files").body()).doesNotContain("half.txt");
        assertThat(temporaryFiles()).isZero();
    }

    private static String last(String body) {
        Matcher link = LINK.matcher(body);
        String last = "";
        while (link.find()) {
            last = link.group(1);
        }
        return last;
    }

    private long temporaryFiles() throws IOException {
        try (Stream<Path> all = Files.walk(data.resolve("temporary"))) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private void signal(String name) throws Exception {
        String pid = Files.readString(data.resolve("mongod.lock")).strip();
        new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
    }
}
