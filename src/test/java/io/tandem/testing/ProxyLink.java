package io.tandem.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** One connection through a {@link FaultyProxy}. */
final class ProxyLink implements Closeable {

    private static final int PIECE_BYTES = 16_384;

    private enum Way {
        FORTH,
        BACK
    }

    private final Socket client;
    private final Socket server;
    private final FaultyProxy proxy;
    /** What the server says is swallowed. */
    private volatile boolean silent;
    /** What the client says too. */
    private volatile boolean deaf;

    ProxyLink(Socket client, Socket server, FaultyProxy proxy) {
        this.client = client;
        this.server = server;
        this.proxy = proxy;
    }

    void run() throws IOException {
        if (!server.isConnected()) {
            pass(client.getInputStream(), OutputStream.nullOutputStream(), Way.FORTH);
            return;
        }
        Thread back = Thread.ofVirtual().start(() -> pipe(server, client, Way.BACK));
        pipe(client, server, Way.FORTH);
        try {
            back.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until one end closes; then so does the other, unless it must go on believing. */
    private void pipe(Socket from, Socket to, Way way) {
        try {
            pass(from.getInputStream(), to.getOutputStream(), way);
        } catch (IOException cut) {
            // Seen below.
        }
        close(from);
        if (!silent) close(to);
    }

    private void pass(InputStream from, OutputStream to, Way way) throws IOException {
        byte[] piece = new byte[PIECE_BYTES];
        try {
            while (true) {
                int bytes = from.read(piece);
                if (bytes < 0) return;
                if (way == Way.BACK) proxy.hold();
                if (!(way == Way.BACK ? silent : deaf)) to.write(piece, 0, bytes);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param bothWays else the server still hears what the client says, and only its answers are lost */
    void silence(boolean bothWays) {
        deaf = bothWays;
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
