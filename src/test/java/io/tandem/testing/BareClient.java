package io.tandem.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A TCP connection on which a test says exactly what it wants, and no more. */
public final class BareClient implements AutoCloseable {

    private static final int PATIENCE_MS = 20_000;

    private static final int WINDOW_BYTES = 4_096;

    private final Socket socket;
    private final InputStream in;

    private BareClient(Socket socket) throws IOException {
        this.socket = socket;
        in = new BufferedInputStream(socket.getInputStream());
    }

    public static BareClient to(URI server) {
        return connect(server, new Socket());
    }

    /** Takes little at once: most of what it does not read waits in the server. */
    public static BareClient slowlyTo(URI server) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(WINDOW_BYTES);
            return connect(server, socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BareClient connect(URI server, Socket socket) {
        try {
            socket.setSoTimeout(PATIENCE_MS);
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            return new BareClient(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public BareClient say(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything up to an empty line and what its Content-Length announces. */
    public String answer() {
        try {
            StringBuilder answer = new StringBuilder();
            while (answer.indexOf("\r\n\r\n") < 0) answer.append((char) heard());
            int length = length(answer.toString());
            for (int i = 0; i < length; i++) answer.append((char) heard());
            return answer.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int length(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .map(line -> Integer.parseInt(
                        line.substring("content-length:".length()).strip()))
                .findFirst()
                .orElse(0);
    }

    private int heard() throws IOException {
        int heard = in.read();
        if (heard < 0) throw new IOException("The server hung up");
        return heard;
    }

    /** Everything until the server hangs up; fails where it does not. */
    public String rest() {
        try {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (SocketException reset) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
