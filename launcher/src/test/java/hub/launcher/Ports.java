package hub.launcher;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** Free ports, each given out once, below those that systems give to clients: so nobody else takes one meanwhile. */
final class Ports {
    private static final AtomicInteger NEXT = new AtomicInteger(20_000);

    private Ports() {}

    static int free() {
        while (true) {
            int port = NEXT.getAndIncrement();
            if (isFree(port)) {
                return port;
            }
        }
    }

    /** The first of two free ports in a row: the hub's and the provider's. */
    static int freePair() {
        while (true) {
            int port = NEXT.getAndAdd(2);
            if (isFree(port) && isFree(port + 1)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
