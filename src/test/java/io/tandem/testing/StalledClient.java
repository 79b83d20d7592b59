package io.tandem.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.platform.Json;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A WebSocket over a bare TCP connection with a small window, which reads nothing until it is asked to. */
public final class StalledClient implements AutoCloseable {

    private static final int WINDOW_BYTES = 4_096;
    private static final int LENGTH_16_BIT = 126;
    private static final int LENGTH_64_BIT = 127;
    private static final int FRAMES = 1_000;
    private static final long SAID_BYTES_MAX = 32L << 20;
    private static final int UNHEARD_MS = 2_000;
    private static final int PATIENCE_MS = 30_000;

    private final Socket socket;
    private final DataInputStream in;

    private StalledClient(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    public static StalledClient open(URI server, UUID workspace, String token) {
        try {
            Socket socket = SocketChannel.open().socket();
            socket.setReceiveBufferSize(WINDOW_BYTES);
            socket.setSoTimeout(20_000);
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            StalledClient client = new StalledClient(socket);
            client.upgrade("/ws/workspace/" + workspace + "?token=" + token);
            while (!client.read().path("workspace_id").asText().equals(workspace.toString())) {}
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void upgrade(String path) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        for (String line = line(); !line.isEmpty(); line = line()) {}
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) if (b != '\r') line.append((char) b);
        return line.toString();
    }

    /** The next message; the server does not mask, and sends each in one frame. */
    public JsonNode read() {
        try {
            in.readUnsignedByte();
            int length = in.readUnsignedByte();
            if (length == LENGTH_16_BIT) length = in.readUnsignedShort();
            else if (length == LENGTH_64_BIT) length = Math.toIntExact(in.readLong());
            return Json.parse(new String(in.readNBytes(length), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says the same again and again until the server reads no more; answers false where it goes on reading. */
    public boolean saysUntilUnheard(String message) throws IOException {
        socket.getChannel().configureBlocking(false);
        try (Selector selector = Selector.open()) {
            socket.getChannel().register(selector, SelectionKey.OP_WRITE);
            ByteBuffer frames = frames(message);
            for (long said = 0;
                    said < SAID_BYTES_MAX;
                    said += socket.getChannel().write(frames)) {
                if (selector.select(ready -> {}, UNHEARD_MS) == 0) return true;
                if (!frames.hasRemaining()) frames.rewind();
            }
        }
        return false;
    }

    /** Goes on until the server lets go of the connection; answers false where it never does. */
    public boolean saysUntilCutOff(String message) throws IOException {
        try (Selector selector = Selector.open()) {
            socket.getChannel().register(selector, SelectionKey.OP_WRITE);
            return selector.select(ready -> {}, PATIENCE_MS) > 0 && !saysUntilUnheard(message);
        } catch (IOException cutOff) {
            return true;
        }
    }

    /** Many small masked frames; the mask is zero. */
    private static ByteBuffer frames(String message) {
        byte[] text = message.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frames = ByteBuffer.allocate(FRAMES * (6 + text.length));
        for (int i = 0; i < FRAMES; i++) {
            frames.put((byte) 0x81).put((byte) (0x80 | text.length)).putInt(0).put(text);
        }
        return frames.flip();
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
