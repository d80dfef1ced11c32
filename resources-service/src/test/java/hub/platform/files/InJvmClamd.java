package hub.platform.files;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** Speaks clamd's INSTREAM as its manual has it, and answers with whatever a test wants. */
final class InJvmClamd implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Talk talk;

    @FunctionalInterface
    private interface Talk {
        void with(InJvmClamd clamd, Socket socket) throws IOException, InterruptedException;
    }

    private InJvmClamd(Talk talk) throws IOException {
        this.talk = talk;
        Thread.ofVirtual().start(this::serve);
    }

    static InJvmClamd answering(String line) throws IOException {
        return new InJvmClamd((clamd, socket) -> {
            clamd.readAll(socket);
            socket.getOutputStream().write((line + "\0").getBytes(StandardCharsets.US_ASCII));
        });
    }

    static InJvmClamd answeringAtOnce(String line) throws IOException {
        return new InJvmClamd((clamd, socket) -> {
            socket.getOutputStream().write((line + "\0").getBytes(StandardCharsets.US_ASCII));
            clamd.end.await();
        });
    }

    static InJvmClamd silent() throws IOException {
        return new InJvmClamd((clamd, socket) -> clamd.end.await());
    }

    static InJvmClamd hangingUp() throws IOException {
        return new InJvmClamd((clamd, socket) -> socket.getInputStream().readNBytes(1000));
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                talk.with(this, socket);
            } catch (IOException e) {
                // The other side has gone, or the test is over.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void readAll(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] command = in.readNBytes("zINSTREAM\0".length());
        if (!new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
            throw new IOException("Not the command");
        }
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            received.write(in.readNBytes(length));
        }
    }

    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    byte[] received() {
        return received.toByteArray();
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        server.close();
    }
}
