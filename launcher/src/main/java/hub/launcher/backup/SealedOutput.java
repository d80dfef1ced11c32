package hub.launcher.backup;

import java.io.IOException;
import java.io.OutputStream;

/** Encrypts what is written, a piece at a time. Only closing it writes the last piece: what was cut off before cannot be read as whole. */
final class SealedOutput extends OutputStream {
    private final OutputStream out;
    private final Seal seal;
    private final byte[] piece = new byte[Seal.PIECE];
    private int filled;
    private long number;
    private boolean closed;

    SealedOutput(OutputStream out, Seal seal) throws IOException {
        this.out = out;
        this.seal = seal;
        out.write(seal.head());
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        int left = length;
        while (left > 0) {
            if (filled == piece.length) {
                out.write(seal.seal(number++, false, piece, filled));
                filled = 0;
            }
            int some = Math.min(left, piece.length - filled);
            System.arraycopy(bytes, at, piece, filled, some);
            filled += some;
            at += some;
            left -= some;
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            out.write(seal.seal(number, true, piece, filled));
            out.flush();
        }
    }
}
