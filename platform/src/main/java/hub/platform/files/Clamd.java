package hub.platform.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks ClamAV's {@code clamd} about a file, by its command INSTREAM: the bytes in pieces, each after its length in four bytes, none at the end; it answers
 * with a line. A file has passed when that line is {@code stream: OK} and nothing else.
 */
@Component
class Clamd {
    private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final String PASSED = "stream: OK";
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1_000;

    private final @Nullable SocketAddress address;
    private final Duration longest;

    /**
     * @param where it listens: {@code host:port}, or the path of a socket such as {@code /run/clamav/clamd.ctl}; empty if there is none, and then every file passes
     * @param longest that it may take over one
     */
    Clamd(@Value("${hearth.files.clamd}") String where, @Value("${hearth.files.scan}") Duration longest) {
        this.address = address(where.strip());
        this.longest = longest;
    }

    private static @Nullable SocketAddress address(String where) {
        if (where.isEmpty()) {
            return null;
        }
        if (where.startsWith("/")) {
            return UnixDomainSocketAddress.of(where);
        }
        int colon = where.lastIndexOf(':');
        if (colon < 1 || !where.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException(
                    "hearth.files.clamd must be host:port or the path of a socket: " + where);
        }
        return InetSocketAddress.createUnresolved(
                where.substring(0, colon), Integer.parseInt(where.substring(colon + 1)));
    }

    /** Blocks until it has answered, or its time is over. Without an answer the file waits. */
    FileState scan(Path file) {
        SocketAddress clamd = address;
        if (clamd == null) {
            return FileState.PASSED;
        }
        try {
            String answer = ask(clamd, file);
            if (answer.equals(PASSED)) {
                return FileState.PASSED;
            }
            LOG.warn("clamd did not pass a file: {}", answer.replaceAll("[^ -~]", "?"));
            return answer.endsWith(" FOUND") ? FileState.FOUND : FileState.WAITING;
        } catch (IOException | ClosedSelectorException e) {
            LOG.warn("clamd cannot be asked, so files wait: {}", e.toString());
            return FileState.WAITING;
        }
    }

    private String ask(SocketAddress clamd, Path file) throws IOException {
        SocketAddress resolved = resolved(clamd);
        try (SocketChannel channel = resolved instanceof UnixDomainSocketAddress
                        ? SocketChannel.open(java.net.StandardProtocolFamily.UNIX)
                        : SocketChannel.open();
                Selector selector = Selector.open();
                InputStream bytes = Files.newInputStream(file)) {
            Connection connection = new Connection(channel, selector, System.nanoTime() + longest.toNanos());
            connection.open(resolved);
            connection.send(ByteBuffer.wrap(COMMAND));
            for (byte[] piece = bytes.readNBytes(PIECE); piece.length > 0; piece = bytes.readNBytes(PIECE)) {
                // It answers before the end when it will have no more; what it says is read then.
                if (!connection.sendUnlessAnswered(length(piece.length))
                        || !connection.sendUnlessAnswered(ByteBuffer.wrap(piece))) {
                    return connection.answer();
                }
            }
            connection.sendUnlessAnswered(length(0));
            return connection.answer();
        }
    }

    private static SocketAddress resolved(SocketAddress clamd) throws UnknownHostException {
        if (!(clamd instanceof InetSocketAddress named)) {
            return clamd;
        }
        return new InetSocketAddress(InetAddress.getByName(named.getHostString()), named.getPort());
    }

    private static ByteBuffer length(int bytes) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(bytes).flip();
    }

    /** No step of it takes longer than to the deadline, whatever the other side does. */
    private static final class Connection {
        private final SocketChannel channel;
        private final Selector selector;
        private final long deadline;

        Connection(SocketChannel channel, Selector selector, long deadline) {
            this.channel = channel;
            this.selector = selector;
            this.deadline = deadline;
        }

        void open(SocketAddress address) throws IOException {
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_CONNECT);
            if (!channel.connect(address)) {
                do {
                    await(SelectionKey.OP_CONNECT);
                } while (!channel.finishConnect());
            }
        }

        void send(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                if (channel.write(bytes) == 0) {
                    await(SelectionKey.OP_WRITE);
                }
            }
        }

        /** @return false if there is an answer already */
        boolean sendUnlessAnswered(ByteBuffer bytes) throws IOException {
            try {
                while (bytes.hasRemaining()) {
                    if (channel.write(bytes) == 0
                            && (await(SelectionKey.OP_WRITE | SelectionKey.OP_READ) & SelectionKey.OP_READ) != 0) {
                        return false;
                    }
                }
                return true;
            } catch (SocketTimeoutException late) {
                throw late;
            } catch (IOException closed) {
                return false;
            }
        }

        String answer() throws IOException {
            ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
            while (answer.hasRemaining()) {
                int read = channel.read(answer);
                if (read < 0) {
                    throw new EOFException("clamd ended without an answer");
                }
                if (answer.position() > 0 && answer.get(answer.position() - 1) == 0) {
                    return new String(answer.array(), 0, answer.position() - 1, StandardCharsets.UTF_8).strip();
                }
                if (read == 0) {
                    await(SelectionKey.OP_READ);
                }
            }
            throw new IOException("clamd answers without end");
        }

        /** @return what it is ready for */
        private int await(int operations) throws IOException {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            SelectionKey key = channel.keyFor(selector);
            key.interestOps(operations);
            selector.selectedKeys().clear();
            if (left <= 0 || selector.select(left) == 0) {
                throw new SocketTimeoutException("clamd does not answer");
            }
            return key.readyOps();
        }
    }
}
