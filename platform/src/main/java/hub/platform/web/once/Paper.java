package hub.platform.web.once;

import java.io.Writer;
import java.nio.charset.Charset;
import java.util.function.Consumer;

/** What a page is written on. A thread uses its own again for its next page, as clearing new memory took longer than writing on it. */
final class Paper extends Writer {
    /** In characters: most pages fit. */
    private static final int ROOM = 1 << 16;

    private static final ThreadLocal<Paper> OWN = ThreadLocal.withInitial(Paper::new);

    private final StringBuilder text = new StringBuilder(ROOM);

    private Paper() {}

    /** What the writing comes to. */
    static byte[] written(Charset charset, Consumer<Paper> writing) {
        Paper paper = OWN.get();
        OWN.remove();
        writing.accept(paper);
        byte[] bytes = paper.text.toString().getBytes(charset);
        // What goes beyond ASCII may have made the builder twice as wide for good.
        if (bytes.length == paper.text.length() && paper.text.capacity() == ROOM) {
            paper.text.setLength(0);
            OWN.set(paper);
        }
        return bytes;
    }

    /** Empty to begin with. */
    StringBuilder text() {
        return text;
    }

    @Override
    public void write(int character) {
        text.append((char) character);
    }

    @Override
    public void write(char[] characters, int from, int length) {
        text.append(characters, from, length);
    }

    @Override
    public void write(String string) {
        text.append(string);
    }

    @Override
    public void write(String string, int from, int length) {
        text.append(string, from, from + length);
    }

    @Override
    public void flush() {
        // It is all in memory.
    }

    @Override
    public void close() {
        // There is nothing behind it.
    }
}
