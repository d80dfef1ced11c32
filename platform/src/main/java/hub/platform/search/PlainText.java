package hub.platform.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.CharFilter;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;

/** Text without its markup. */
public final class PlainText {
    private PlainText() {}

    /** What can be read of sanitised HTML, with a line for each block. */
    public static String ofHtml(String html) {
        try (CharFilter text = new HTMLStripCharFilter(new StringReader(html))) {
            StringBuilder plain = new StringBuilder(html.length());
            char[] buffer = new char[4096];
            for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
                plain.append(buffer, 0, read);
            }
            return plain.toString()
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException("HTML of " + html.length() + " characters could not be read", e);
        }
    }
}
