package hub.platform.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

/** Makes the telephone numbers of a text links to tap: British ones as people write them, with spaces, and the short ones for emergencies. */
final class PhoneLinks implements PostProcessor {
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\d.,:/-])(?:0\\d{2,4} \\d{3,4}(?: ?\\d{3,4})?|116 \\d{3}|999|111)(?![\\d.,:/-]*\\d)");

    @Override
    public Node process(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                // A link in a link there is none.
            }

            @Override
            public void visit(Text text) {
                link(text);
            }
        });
        return document;
    }

    private static void link(Text text) {
        String literal = text.getLiteral();
        Matcher number = NUMBER.matcher(literal);
        int done = 0;
        while (number.find()) {
            text.insertBefore(new Text(literal.substring(done, number.start())));
            Link link = new Link("tel:" + number.group().replace(" ", ""), null);
            link.appendChild(new Text(number.group()));
            text.insertBefore(link);
            done = number.end();
        }
        if (done > 0) {
            text.setLiteral(literal.substring(done));
        }
    }
}
