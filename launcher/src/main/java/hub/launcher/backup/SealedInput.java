package hub.launcher.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Decrypts what {@link SealedOutput} wrote, a piece at a time. Nothing of a piece is given out before it has been proved whole. */
final class SealedInput extends InputStream {
    private final PushbackInputStream in;
    private final Seal seal;
    private byte[] piece = new byte[0];
    private int at;
    private long number;
    private boolean ended;

    SealedInput(InputStream in, Passphrase passphrase) throws IOException {
        this.seal = Seal.read(passphrase, in.readNBytes(Seal.HEAD));
        this.in = new PushbackInputStream(in, 1);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == piece.length) {
            if (ended) {
                return -1;
            }
            next();
        }
        int some = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, bytes, offset, some);
        at += some;
        return some;
    }

    private void next() throws IOException {
        byte[] sealed = in.readNBytes(Seal.PIECE + Seal.TAG);
        int following = in.read();
        if (following >= 0) {
            in.unread(following);
        }
        ended = following < 0;
        piece = seal.open(number++, ended, sealed, sealed.length);
        at = 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
