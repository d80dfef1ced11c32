package hub.bench;

import hub.platform.guard.Finding;
import hub.platform.guard.Guard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * What the confidentiality guard finds in a file of posts, so that any labelled set can be judged: reads lines with {@code id} and {@code text} and prints, a line each, the id and the
 * spans found (start and end in code points, kind).
 */
final class GuardSpans {
    private static final int WORDS = 500;
    private static final int ROUNDS = 300;

    private GuardSpans() {}

    static void print(Path posts) throws IOException {
        Guard guard = new Guard(word -> false);
        StringBuilder words = new StringBuilder();
        for (String line : Files.readAllLines(posts)) {
            Document post = Document.parse(line);
            String text = post.getString("text");
            List<Document> spans = new ArrayList<>();
            for (Finding found : guard.look(text)) {
                spans.add(new Document("start", text.codePointCount(0, found.start()))
                        .append("end", text.codePointCount(0, found.end()))
                        .append("kind", found.kind().slug()));
            }
            System.out.println(new Document("id", post.get("id")).append("spans", spans).toJson());
            words.append(text).append("\n\n");
        }
        System.err.printf("%.2f ms for %d words, the median of %d%n", median(guard, words.toString()), WORDS, ROUNDS);
    }

    private static double median(Guard guard, String text) {
        String[] words = text.split(" ", WORDS + 1);
        String some = String.join(" ", List.of(words).subList(0, Math.min(WORDS, words.length)));
        List<Long> took = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            long before = System.nanoTime();
            guard.look(some);
            took.add(System.nanoTime() - before);
        }
        return took.stream().sorted().skip(ROUNDS / 2).findFirst().orElseThrow() / 1e6;
    }
}
