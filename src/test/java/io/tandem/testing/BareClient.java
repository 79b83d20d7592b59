package io.tandem.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A TCP connection on which a test says exactly what it wants, and no more. */
public final class BareClient implements AutoCloseable {

    private static final int PATIENCE_MS = 20_000;

    private final Socket socket;

    private BareClient(Socket socket) {
        this.socket = socket;
    }

    public static BareClient to(URI server) {
        try {
            Socket socket = new Socket(server.getHost(), server.getPort());
            socket.setSoTimeout(PATIENCE_MS);
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
        int heard = socket.getInputStream().read();
        if (heard < 0) throw new IOException("The server hung up");
        return heard;
    }

    /** Everything until the server hangs up; fails where it does not. */
    public String rest() {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
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
