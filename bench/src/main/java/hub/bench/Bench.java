package hub.bench;

import hub.launcher.DemoVisit;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./hub bench [--warm 40] [--seconds 8] [--rounds 3] [--posts 10000,1000000] [--only reply] [--write]}. Each page is measured in turn with its reference, in the same
 * run; what counts is the ratio of the medians. With {@code --only} no more than what has that in its name. With {@code --write} the table goes into docs/performance.md.
 */
final class Bench {
    private static final Path WORK = Path.of("bench", "target", "work");
    private static final Path DOCUMENT = Path.of("docs", "performance.md");
    private static final Pattern LINK = Pattern.compile("href=\"(/(?:groups|library)/[^\"#?]+)\"");
    private static final String CARER = "tasneem.akhtar@example.org";
    private static final String PASSWORD = "hearth-demo-2026";
    private static final String NOT_REMEMBERED = "thread of 20 posts, drawn evenly, none remembered";
    private static final String REPLY = "reply, of the same transaction by the bare driver";
    private static final int PORT = 8790;
    private static final int REFERENCE_PORT = 8795;
    private static final String TEXT =
            "It was a long evening and we are all tired but the second night was better than the first. ".repeat(6);

    private final Duration warm;
    private final Duration round;
    private final int rounds;
    private final List<Integer> sizes;
    private final String only;
    private final List<String> table = new ArrayList<>();
    private final Map<String, Double> medians = new LinkedHashMap<>();

    private Bench(Duration warm, Duration round, int rounds, List<Integer> sizes, String only) {
        this.warm = warm;
        this.round = round;
        this.rounds = rounds;
        this.sizes = sizes;
        this.only = only;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> given = Arrays.asList(arguments);
        if (given.size() == 2 && given.getFirst().equals("guard")) {
            GuardSpans.print(Path.of(given.get(1)));
            return;
        }
        Bench bench = new Bench(
                Duration.ofSeconds(Integer.parseInt(option(given, "--warm", "40"))),
                Duration.ofSeconds(Integer.parseInt(option(given, "--seconds", "8"))),
                Integer.parseInt(option(given, "--rounds", "3")),
                Arrays.stream(option(given, "--posts", "10000,1000000").split(","))
                        .map(Integer::valueOf)
                        .toList(),
                option(given, "--only", ""));
        bench.run();
        bench.table.forEach(System.out::println);
        if (given.contains("--write")) {
            write(bench.table);
        }
    }

    private static String option(List<String> given, String name, String otherwise) {
        int at = given.indexOf(name);
        return at < 0 || at + 1 == given.size() ? otherwise : given.get(at + 1);
    }

    private void run() throws Exception {
        Files.createDirectories(WORK);
        table.add("| what | posts in all | requests/s | of the reference | asked |");
        table.add("| --- | ---: | ---: | ---: | ---: |");
        for (int size : sizes) {
            measure(size);
        }
        compareSizes();
    }

    private void measure(int posts) throws Exception {
        Path data = WORK.resolve("data-" + posts);
        say("A hub with " + posts + " posts.");
        try (Hub hub = Hub.start(PORT, data)) {
            List<String> threads = Generate.threads(hub.mongoUri(), posts, 1);
            Path paths = Files.write(WORK.resolve("paths-" + posts), threads);
            hub.signIn(CARER, PASSWORD);
            Path pages = Files.createDirectories(WORK.resolve("pages"));
            String thread = hub.get(threads.get(threads.size() / 2));
            save(pages, "thread", thread);
            Process reference = reference(pages);
            try {
                Path reply = Wrk.reply(WORK, paths, DemoVisit.tokenIn(thread), Hub.writerIn(thread), TEXT);
                measurePages(hub, posts, paths, pages, reply);
            } finally {
                reference.destroy();
                reference.waitFor();
            }
        }
        if (wanted(NOT_REMEMBERED)) {
            measureNotRemembered(data, posts);
        }
        if (wanted("start")) {
            startTimes(data, posts);
        }
    }

    /** The same in a hub that remembers no conversation: at each size all is read from MongoDB. */
    private void measureNotRemembered(Path data, int posts) throws Exception {
        try (Hub hub = Hub.start(PORT, data, Map.of("HEARTH_THREADS_MEMORY", "0"))) {
            hub.signIn(CARER, PASSWORD);
            Path paths = WORK.resolve("paths-" + posts);
            Path pages = WORK.resolve("pages");
            Process reference = reference(pages);
            try {
                Path evenly = Wrk.draw(WORK, "evenly", paths, false, 0);
                measureInTurn(hub, posts, new ArrayList<>(List.of(new Pair(NOT_REMEMBERED, "/", evenly, "thread", 0))));
            } finally {
                reference.destroy();
                reference.waitFor();
            }
        }
    }

    private void measurePages(Hub hub, int posts, Path paths, Path pages, Path reply) throws Exception {
        boolean small = posts == sizes.getFirst();
        boolean large = posts == sizes.getLast();
        List<Pair> pairs = new ArrayList<>();
        if (small) {
            pairs.add(new Pair(
                    "thread of 20 posts, drawn by Zipf", "/", Wrk.draw(WORK, "zipf", paths, true, 0), "thread", 0.35));
        }
        pairs.add(new Pair(
                "thread of 20 posts, drawn evenly",
                "/",
                Wrk.draw(WORK, "evenly", paths, false, 0),
                "thread",
                large ? 0.12 : 0));
        String groups = hub.get("/groups");
        pairs.add(page(hub, pages, "board", link(groups, "/groups/"), 0.25));
        if (small) {
            pairs.add(page(hub, pages, "home", "/", 0.25));
            pairs.add(page(hub, pages, "groups", "/groups", 0));
            pairs.add(page(hub, pages, "library", "/library", 0));
            pairs.add(page(hub, pages, "library page", link(hub.get("/library"), "/library/"), 0.4));
        }
        pairs.removeIf(pair -> !wanted(pair.name()));
        measureInTurn(hub, posts, pairs);
        if (small && only.isEmpty()) {
            tail(hub, paths, medians.getOrDefault(pairs.getFirst().name() + posts, 0.0));
        }
        if (wanted("reply")) {
            replies(hub, posts, reply);
        }
        table.add(String.format(
                Locale.UK,
                "| memory of the Java process under load | %,d | %d MiB | | ≤ 400 MiB |",
                posts,
                hub.residentMebibytes()));
    }

    private boolean wanted(String name) {
        return name.contains(only);
    }

    private void measureInTurn(Hub hub, int posts, List<Pair> pairs) throws Exception {
        if (pairs.isEmpty()) {
            return;
        }
        say("Warming up.");
        Map<Pair, List<Double>> rates = new LinkedHashMap<>();
        Map<Pair, List<Double>> references = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            wrk(hub, pair.path(), pair.script(), warm);
        }
        wrk(null, "/" + pairs.getFirst().reference(), null, warm);
        for (int turn = 0; turn < rounds; turn++) {
            for (Pair pair : pairs) {
                rates.computeIfAbsent(pair, any -> new ArrayList<>()).add(wrk(hub, pair.path(), pair.script(), round));
                references
                        .computeIfAbsent(pair, any -> new ArrayList<>())
                        .add(wrk(null, "/" + pair.reference(), null, round));
            }
        }
        for (Pair pair : pairs) {
            say(pair.name() + " " + rates.get(pair));
            row(pair.name(), posts, median(rates.get(pair)), median(references.get(pair)), pair.asked());
        }
    }

    /** At 70 % of the best rate, by pauses between the requests of each connection: guessed first, then corrected by what came of it. */
    private void tail(Hub hub, Path paths, double best) throws IOException, InterruptedException {
        double cycle = 1000 * Wrk.PACED_CONNECTIONS / (0.7 * best);
        Wrk.Result guess = paced(hub, paths, Math.round(cycle));
        double late = 1000 * Wrk.PACED_CONNECTIONS / guess.rate() - Math.round(cycle);
        Wrk.Result paced = paced(hub, paths, Math.max(1, Math.round(cycle - late)));
        table.add(String.format(
                Locale.UK,
                "| p99 of a thread page at %.0f %% of its best rate | | %.0f | %.0f ms | ≤ 60 ms |",
                100 * paced.rate() / best,
                paced.rate(),
                paced.p99()));
    }

    private Wrk.Result paced(Hub hub, Path paths, long pause) throws IOException, InterruptedException {
        return Wrk.run(
                Wrk.PACED_CONNECTIONS,
                hub.origin() + "/",
                round,
                Wrk.draw(WORK, "paced", paths, true, pause),
                hub.cookieHeader(),
                "Accept: text/html");
    }

    private void replies(Hub hub, int posts, Path script) throws IOException, InterruptedException {
        List<Double> rates = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        List<Double> inserts = new ArrayList<>();
        Wrk.run(hub.origin() + "/", warm, script, hub.cookieHeader(), "Accept: text/html");
        for (int turn = 0; turn < rounds; turn++) {
            double rate = Wrk.run(hub.origin() + "/", round, script, hub.cookieHeader(), "Accept: text/html")
                    .rate();
            rates.add(rate);
            bare.add(BareDriver.replies(hub.mongoUri(), Wrk.CONNECTIONS, round, TEXT));
            inserts.add(BareDriver.inserts(hub.mongoUri(), Wrk.CONNECTIONS, round, TEXT));
        }
        row(REPLY, posts, median(rates), median(bare), 0.5);
        row("reply, of single insertions by the bare driver", posts, median(rates), median(inserts), 0);
    }

    private void startTimes(Path data, int posts) throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int turn = 0; turn < rounds; turn++) {
            try (Hub hub = Hub.start(PORT, data)) {
                seconds.add(hub.secondsToFirstPage());
            }
        }
        table.add(String.format(
                Locale.UK, "| from ./hub start to the first page | %,d | %.1f s | | ≤ 4 s |", posts, median(seconds)));
    }

    private void compareSizes() {
        if (sizes.size() < 2) {
            return;
        }
        for (String what : List.of("thread of 20 posts, drawn evenly", NOT_REMEMBERED, "board", REPLY)) {
            Double few = medians.get(what + sizes.getFirst());
            Double many = medians.get(what + sizes.getLast());
            if (few != null && many != null) {
                table.add(String.format(
                        Locale.UK,
                        "| %s: time at %,d posts over time at %,d | | | %.2f | ≤ 1.3 |",
                        what,
                        sizes.getLast(),
                        sizes.getFirst(),
                        few / many));
            }
        }
    }

    private void row(String name, int posts, double rate, double reference, double asked) {
        medians.put(name + posts, rate);
        table.add(String.format(
                Locale.UK,
                "| %s | %,d | %,.0f | %.2f | %s |",
                name,
                posts,
                rate,
                rate / reference,
                asked == 0 ? "" : "≥ " + asked));
        say(table.getLast());
    }

    private static double wrk(@Nullable Hub hub, String path, @Nullable Path script, Duration duration)
            throws IOException, InterruptedException {
        return hub == null
                ? Wrk.run("http://localhost:" + REFERENCE_PORT + path, duration, null, "Accept: text/html")
                        .rate()
                : Wrk.run(hub.origin() + path, duration, script, hub.cookieHeader(), "Accept: text/html")
                        .rate();
    }

    private Pair page(Hub hub, Path pages, String name, String path, double asked) throws IOException {
        String file = name.replace(' ', '-');
        save(pages, file, hub.get(path));
        return new Pair(name, path, null, file, asked);
    }

    private static void save(Path pages, String name, String html) throws IOException {
        Files.writeString(pages.resolve(name + ".html"), html);
    }

    /** The first link on a page that leads below an address. */
    private static String link(String html, String below) {
        Matcher links = LINK.matcher(html);
        while (links.find()) {
            String path = links.group(1);
            if (path.startsWith(below) && !path.endsWith("/new") && !path.contains("/topics/")) {
                return path;
            }
        }
        throw new IllegalStateException("No link to " + below);
    }

    private static Process reference(Path pages) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "hub.bench.Reference",
                        "" + REFERENCE_PORT,
                        pages.toString())
                .redirectErrorStream(true)
                .redirectOutput(WORK.resolve("reference.log").toFile())
                .start();
        awaitReference(process);
        return process;
    }

    private static void awaitReference(Process reference) throws IOException, InterruptedException {
        URI page = URI.create("http://localhost:" + REFERENCE_PORT + "/thread");
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (reference.isAlive()) {
                try {
                    client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding());
                    return;
                } catch (ConnectException notYet) {
                    Thread.sleep(50);
                }
            }
        }
        throw new IllegalStateException("The reference did not start; see " + WORK.resolve("reference.log"));
    }

    private static double median(@Nullable List<Double> values) {
        if (values == null) {
            throw new IllegalStateException("Nothing was measured.");
        }
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** Puts the table between the marks of the document. */
    private static void write(List<String> table) throws IOException {
        String text = Files.readString(DOCUMENT);
        int from = text.indexOf("<!-- bench -->") + "<!-- bench -->".length();
        int to = text.indexOf("<!-- /bench -->");
        Files.writeString(
                DOCUMENT, text.substring(0, from) + "\n" + String.join("\n", table) + "\n" + text.substring(to));
    }

    private static void say(String line) {
        System.err.println(line);
    }

    /** @param asked the ratio to reach; 0 where none is asked */
    private record Pair(String name, String path, @Nullable Path script, String reference, double asked) {}
}
