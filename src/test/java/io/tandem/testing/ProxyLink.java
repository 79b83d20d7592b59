package io.tandem.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** One connection through a {@link FaultyProxy}. */
final class ProxyLink implements Closeable {

    private static final int PIECE_BYTES = 16_384;

    private final Socket client;
    private final Socket server;
    private final FaultyProxy proxy;
    private volatile boolean silent;

    ProxyLink(Socket client, Socket server, FaultyProxy proxy) {
        this.client = client;
        this.server = server;
        this.proxy = proxy;
    }

    void run() throws IOException {
        if (!server.isConnected()) {
            pass(client.getInputStream(), OutputStream.nullOutputStream(), false);
            return;
        }
        Thread back = Thread.ofVirtual().start(() -> pipe(server, client, true));
        pipe(client, server, false);
        try {
            back.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until one end closes; then so does the other, unless it must go on believing. */
    private void pipe(Socket from, Socket to, boolean held) {
        try {
            pass(from.getInputStream(), to.getOutputStream(), held);
        } catch (IOException cut) {
            // Seen below.
        }
        close(from);
        if (!silent) close(to);
    }

    private void pass(InputStream from, OutputStream to, boolean held) throws IOException {
        byte[] piece = new byte[PIECE_BYTES];
        try {
            while (true) {
                if (held) proxy.hold();
                int bytes = from.read(piece);
                if (bytes < 0) return;
                if (!silent) to.write(piece, 0, bytes);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void silence() {
        silent = true;
    }

    boolean isSilent() {
        return silent;
    }

    @Override
    public void close() {
        close(client);
        close(server);
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // It is closed either way.
        }
    }
}
