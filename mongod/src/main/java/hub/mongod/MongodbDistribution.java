package hub.mongod;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Consumer;

/** MongoDB's own archive for this system, checked against the SHA-256 that is published beside it. */
final class MongodbDistribution implements MongodBinary.Source {
    private static final String VERSION = "8.0.4";

    private final URI base;
    private final String archive;

    MongodbDistribution() {
        this(URI.create("https://fastdl.mongodb.org/"), archiveFor(System.getProperty("os.name"), osRelease()));
    }

    MongodbDistribution(URI base, String archive) {
        this.base = base;
        this.archive = archive;
    }

    @Override
    public String name() {
        return "MongoDB " + VERSION + " from its own distribution";
    }

    @Override
    public Path fetchInto(Path folder, Consumer<String> progress) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            String published = text(client, archive + ".sha256").strip().split("\\s+")[0];
            Path file = folder.resolve("mongodb.tgz");
            download(client, file, progress);
            Sha256.verify(file, published);
            return unpack(folder, file);
        }
    }

    private String text(HttpClient client, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(10))
                .build();
        var response = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() != 200) {
            throw new IOException("it answered " + response.statusCode());
        }
        return response.body();
    }

    private void download(HttpClient client, Path file, Consumer<String> progress)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(base.resolve(archive)).build();
        var response = client.send(request, BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IOException("it answered " + response.statusCode());
        }
        long whole = response.headers().firstValueAsLong("content-length").orElse(0);
        try (InputStream in = response.body();
                OutputStream out = Files.newOutputStream(file)) {
            copy(in, out, whole, progress);
        }
    }

    private static void copy(InputStream in, OutputStream out, long whole, Consumer<String> progress)
            throws IOException {
        byte[] buffer = new byte[1 << 16];
        long done = 0;
        int tenths = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            out.write(buffer, 0, n);
            done += n;
            if (whole > 0 && done * 10 / whole > tenths) {
                tenths = (int) (done * 10 / whole);
                progress.accept("  " + tenths * 10 + "% of " + whole / 1_000_000 + " MB");
            }
        }
    }

    private static Path unpack(Path folder, Path archive) throws IOException, InterruptedException {
        Process tar = new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (tar.waitFor() != 0) {
            throw new IOException("it could not be unpacked: " + said.strip());
        }
        try (var paths = Files.walk(folder)) {
            return paths.filter(path -> path.endsWith(Path.of("bin", "mongod")))
                    .findFirst()
                    .orElseThrow(() -> new IOException("there was no mongod in the archive"));
        }
    }

    static String archiveFor(String osName, Properties release) {
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        if (osName.toLowerCase(Locale.ROOT).contains("mac")) {
            return "osx/mongodb-macos-" + (arm ? "arm64" : "x86_64") + "-" + VERSION + ".tgz";
        }
        String cpu = arm ? "aarch64" : "x86_64";
        return "linux/mongodb-linux-" + cpu + "-" + linux(release) + "-" + VERSION + ".tgz";
    }

    private static String linux(Properties release) {
        String id = release.getProperty("ID", "").replace("\"", "");
        String version = release.getProperty("VERSION_ID", "").replace("\"", "");
        return switch (id) {
            case "debian" -> "debian12";
            case "ubuntu" -> version.compareTo("24.04") >= 0 ? "ubuntu2404" : "ubuntu2204";
            case "amzn" -> "amazon2023";
            case "rhel", "rocky", "almalinux", "ol", "centos" -> version.startsWith("8") ? "rhel8" : "rhel93";
            default -> "ubuntu2204";
        };
    }

    private static Properties osRelease() {
        Properties release = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("/etc/os-release"))) {
            release.load(reader);
        } catch (IOException e) {
            // Not a Linux that tells; the most widely compatible archive is then tried.
        }
        return release;
    }
}
