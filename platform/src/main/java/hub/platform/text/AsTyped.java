package hub.platform.text;

import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** Backslashes, ampersands and the brackets of an address are what they are, and stars within a word ({@code 2*3*4}) are no emphasis. */
final class AsTyped implements InlineContentParserFactory, InlineContentParser {
    private static final char STAR = '*';

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('\\', '&', '<', STAR);
    }

    @Override
    public InlineContentParser create() {
        return this;
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        Position begin = scanner.position();
        char first = scanner.peek();
        if (first == STAR) {
            return stars(scanner);
        }
        if (first == '<' && !isAddress(scanner)) {
            return ParsedInline.none();
        }
        scanner.setPosition(begin);
        scanner.next();
        return ParsedInline.of(new Text(String.valueOf(first)), scanner.position());
    }

    private static ParsedInline stars(Scanner scanner) {
        boolean afterLetter = Character.isLetterOrDigit(scanner.peekPreviousCodePoint());
        int stars = scanner.matchMultiple(STAR);
        return afterLetter && Character.isLetterOrDigit(scanner.peekCodePoint())
                ? ParsedInline.of(new Text("*".repeat(stars)), scanner.position())
                : ParsedInline.none();
    }

    /** {@code <https://example.org>} or {@code <priya@example.org>}, whose brackets Markdown would take away; a tag keeps its own. */
    private static boolean isAddress(Scanner scanner) {
        scanner.next();
        scanner.match(c -> c > ' ' && "<>:@".indexOf(c) < 0);
        return scanner.peek() == ':' || scanner.peek() == '@';
    }
}
