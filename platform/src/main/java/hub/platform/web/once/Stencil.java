package hub.platform.web.once;

import hub.platform.text.Lightly;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.unbescape.html.HtmlEscape;

/**
 * A fragment's output for one shape, cut where something is put.
 *
 * @param between the texts before, between and after the places; one more than there are places
 */
record Stencil(List<String> between, List<Place> places) {
    private static final char MOST_ASCII = 0x7e;
    private static final boolean[] PLAIN = plain();

    /** @param escaped whether signs of HTML are to be shown rather than taken as such */
    record Place(int blank, boolean escaped) {}

    static Stencil of(String marked) {
        List<String> between = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        Matcher mark = Marks.in(marked);
        int from = 0;
        while (mark.find()) {
            between.add(Lightly.ascii(marked.substring(from, mark.start())));
            places.add(new Place(Integer.parseInt(mark.group(2)), !mark.group(1).equals("<")));
            from = mark.end();
        }
        between.add(Lightly.ascii(marked.substring(from)));
        return new Stencil(List.copyOf(between), List.copyOf(places));
    }

    /** @param parts puts what a part comes to */
    void fill(List<Object> blanks, StringBuilder html, BiConsumer<Part, StringBuilder> parts) {
        // An id stands in half a dozen places: it is escaped once.
        @Nullable String[] escaped = new String[blanks.size()];
        for (int i = 0; i < places.size(); i++) {
            html.append(between.get(i));
            Place place = places.get(i);
            int blank = place.blank();
            switch (blanks.get(blank)) {
                case String text
                when place.escaped() -> {
                    String known = escaped[blank];
                    if (known == null) {
                        known = isPlain(text) ? text : Lightly.written(HtmlEscape.escapeHtml4Xml(text));
                        escaped[blank] = known;
                    }
                    html.append(known);
                }
                case String text -> html.append(Lightly.written(text));
                case Part part -> parts.accept(part, html);
                default -> throw new IllegalStateException();
            }
        }
        html.append(between.getLast());
    }

    /** Whether it stands in HTML as it is: most texts are names, ids and titles. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= PLAIN.length || !PLAIN[c]) {
                return false;
            }
        }
        return true;
    }

    private static boolean[] plain() {
        boolean[] plain = new boolean[MOST_ASCII + 1];
        for (char c = ' '; c <= MOST_ASCII; c++) {
            plain[c] = "<>&\"'".indexOf(c) < 0;
        }
        return plain;
    }
}
