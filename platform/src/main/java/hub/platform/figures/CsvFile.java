package hub.platform.figures;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Every CSV that leaves the hub: RFC 4180 in UTF-8, with the mark by which Excel knows that, all fields in quotes. What a spreadsheet would take for a formula is text there: a
 * person's name must not be able to run anything on the computer of whoever opens a list of names.
 */
public final class CsvFile {
    private static final String MARK = "\uFEFF";
    /** Signs that begin a formula, wide ones of East Asia too. */
    private static final String BEGINS_A_FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\u2212\t\r\n";

    private static final String QUOTES = "\"'`\u2018\u2019\u201C\u201D";

    private CsvFile() {}

    /** @param lines of texts and numbers; the first line is the names of the columns */
    public static byte[] of(List<? extends List<?>> lines) {
        StringWriter file = new StringWriter();
        file.write(MARK);
        try (CsvWriter writer = CsvWriter.builder()
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(file)) {
            lines.forEach(
                    line -> writer.writeRecord(line.stream().map(CsvFile::field).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String field(Object value) {
        return value instanceof Number ? value.toString() : neutral(value.toString());
    }

    /** With an apostrophe before it, by which spreadsheets know text, if it begins like a formula: at once, or behind spaces and quotes that they pass over. */
    static String neutral(String text) {
        return text.codePoints()
                        .dropWhile(CsvFile::isPassedOver)
                        .limit(1)
                        .anyMatch(first -> BEGINS_A_FORMULA.indexOf(first) >= 0)
                ? "'" + text
                : text;
    }

    /** Tabs and line ends count by themselves. */
    private static boolean isPassedOver(int c) {
        if (BEGINS_A_FORMULA.indexOf(c) >= 0) {
            return false;
        }
        return QUOTES.indexOf(c) >= 0
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
