package hub.platform.text;

import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

/** In a post {@code [yes](no)} is no link but words, and a picture is its words: what leads nowhere or cannot be seen is shown as typed. */
final class TypedLinks implements PostProcessor {
    private static final Pattern LEADS_SOMEWHERE = Pattern.compile("(?i)(?:https?:|mailto:|tel:|/|#).+");

    @Override
    public Node process(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                visitChildren(link);
                if (link.getFirstChild() == null
                        || !LEADS_SOMEWHERE.matcher(link.getDestination()).matches()) {
                    link.insertBefore(new Text("["));
                    unwrap(link);
                    link.insertBefore(new Text("](" + link.getDestination() + ")"));
                    link.unlink();
                }
            }

            @Override
            public void visit(Image image) {
                visitChildren(image);
                if (image.getFirstChild() == null) {
                    image.insertBefore(new Text("![](" + image.getDestination() + ")"));
                }
                unwrap(image);
                image.unlink();
            }
        });
        return document;
    }

    private static void unwrap(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
            node.insertBefore(child);
        }
    }
}
