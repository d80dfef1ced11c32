package hub.platform.text;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Rows of cells between tabs, as they are pasted from a sheet or a timetable, become a table; all other indents and gaps stay as wide as typed. */
final class TabTables implements PostProcessor {
    private static final String NO_BREAK = "\u00A0";
    private static final String TAB = NO_BREAK.repeat(4);
    private static final Pattern INDENT_OR_GAP = Pattern.compile(TypedText.MARK + "[ \t]+| {2,}|\t");

    @Override
    public Node process(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Paragraph paragraph) {
                if (isTable(paragraph)) {
                    paragraph.insertBefore(table(paragraph));
                    paragraph.unlink();
                } else {
                    visitChildren(paragraph);
                }
            }

            @Override
            public void visit(Text text) {
                text.setLiteral(INDENT_OR_GAP.matcher(text.getLiteral()).replaceAll(TabTables::wide));
            }
        });
        return document;
    }

    /** A gap between words may still be the end of a line. */
    private static String wide(MatchResult gap) {
        String found = gap.group();
        return found.startsWith(" ")
                ? NO_BREAK.repeat(found.length() - 1) + " "
                : found.replace(" ", NO_BREAK).replace("\t", TAB);
    }

    private static boolean isTable(Paragraph paragraph) {
        int rows = 1;
        boolean cells = false;
        for (Node child = paragraph.getFirstChild(); child != null; child = child.getNext()) {
            if (isLineEnd(child)) {
                if (!cells) {
                    return false;
                }
                rows++;
                cells = false;
            } else if (child instanceof Text text && text.getLiteral().indexOf('\t') >= 0) {
                cells = true;
            }
        }
        return cells && rows > 1;
    }

    private static boolean isLineEnd(Node node) {
        return node instanceof SoftLineBreak || node instanceof HardLineBreak;
    }

    private static Table table(Paragraph paragraph) {
        Table table = new Table();
        Row row = new Row();
        Cell cell = new Cell();
        for (Node child = paragraph.getFirstChild(); child != null; child = paragraph.getFirstChild()) {
            child.unlink();
            if (isLineEnd(child)) {
                row.appendChild(cell);
                table.appendChild(row);
                row = new Row();
                cell = new Cell();
            } else if (child instanceof Text text) {
                List<String> parts = List.of(text.getLiteral().split("\t", -1));
                cell.appendChild(new Text(parts.getFirst()));
                for (String part : parts.subList(1, parts.size())) {
                    row.appendChild(cell);
                    cell = new Cell();
                    cell.appendChild(new Text(part));
                }
            } else {
                cell.appendChild(child);
            }
        }
        row.appendChild(cell);
        table.appendChild(row);
        return table;
    }

    private static final class Table extends CustomBlock {}

    private static final class Row extends CustomBlock {}

    private static final class Cell extends CustomBlock {}

    /** Writes the table. */
    static final class Html implements NodeRenderer {
        private static final Map<Class<? extends Node>, String> TAGS =
                Map.of(Table.class, "table", Row.class, "tr", Cell.class, "td");

        private final HtmlNodeRendererContext context;

        Html(HtmlNodeRendererContext context) {
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return TAGS.keySet();
        }

        @Override
        public void render(Node node) {
            String tag = Objects.requireNonNull(TAGS.get(node.getClass()));
            context.getWriter().tag(tag);
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
            context.getWriter().tag("/" + tag);
        }
    }
}
