package io.tandem.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests over a bare TCP connection, as bytes that no client library would send. */
public final class RawHttp {

    private static final int CONNECT_MS = 10_000;
    private static final Pattern STATUS =
            Pattern.compile("(?:HTTP/1\\.1 100 [^\r]*\r\n\r\n)?HTTP/1\\.[01] ([0-9]{3}) ");

    private final URI server;
    private final int patienceMs;

    public RawHttp(URI server, int patienceMs) {
        this.server = server;
        this.patienceMs = patienceMs;
    }

    /**
     * What came back until the server closed.
     *
     * @param status 0 where it closed without an answer, -1 where it did neither
     */
    public record Heard(int status, String text) {}

    /**
     * Sends them and reads to the end.
     *
     * @param whole whether the server knows that no more will follow; else it is told by closing this side
     */
    public Heard send(byte[] request, boolean whole) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), CONNECT_MS);
            socket.setSoTimeout(patienceMs);
            write(socket, request, whole);
            return read(socket.getInputStream());
        }
    }

    /** A server that has heard enough may answer and close before it has read everything. */
    private static void write(Socket socket, byte[] request, boolean whole) {
        try {
            socket.getOutputStream().write(request);
            if (!whole) socket.shutdownOutput();
        } catch (IOException closed) {
            return;
        }
    }

    private static Heard read(InputStream in) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try {
            in.transferTo(heard);
        } catch (SocketTimeoutException silent) {
            return new Heard(-1, heard.toString(StandardCharsets.UTF_8));
        } catch (IOException reset) {
            return heard(heard);
        }
        return heard(heard);
    }

    private static Heard heard(ByteArrayOutputStream bytes) {
        String text = bytes.toString(StandardCharsets.UTF_8);
        Matcher status = STATUS.matcher(text);
        return new Heard(status.lookingAt() ? Integer.parseInt(status.group(1)) : 0, text);
    }
}
