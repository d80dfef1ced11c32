package hub.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A form that somebody has begun to send, on a connection of its own, and not yet finished. */
final class UnfinishedForm implements AutoCloseable {
    private static final int AT_FIRST = 20;

    private final Socket socket;
    private final String rest;

    private UnfinishedForm(Socket socket, String rest) {
        this.socket = socket;
        this.rest = rest;
    }

    /**
     * Sends the head, and the first of what stands in it.
     *
     * @param body as the form is encoded
     * @param patience how long an answer may take
     */
    static UnfinishedForm begin(int port, String path, Caller caller, String body, Duration patience)
            throws IOException {
        UnfinishedForm form = new UnfinishedForm(new Socket("localhost", port), body.substring(AT_FIRST));
        form.socket.setSoTimeout((int) patience.toMillis());
        form.send("""
                POST %s HTTP/1.1\r
                Host: localhost:%d\r
                Accept: text/html\r
                Content-Type: application/x-www-form-urlencoded\r
                Cookie: %s\r
                Content-Length: %d\r
                \r
                """.formatted(path, port, caller.cookieHeader(), body.length()) + body.substring(0, AT_FIRST));
        return form;
    }

    /**
     * Sends the rest.
     *
     * @return the head of the answer, line by line
     */
    List<String> finish() throws IOException {
        send(rest);
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        List<String> head = new ArrayList<>();
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            head.add(line);
        }
        return head;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
