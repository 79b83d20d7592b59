package io.tandem.testing;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Redis' own protocol, as far as a test needs it: one command, one answer. */
final class Resp {

    private Resp() {}

    static @Nullable Object ask(Socket socket, String... words) throws IOException {
        StringBuilder command = new StringBuilder("*" + words.length + "\r\n");
        for (String word : words) {
            int bytes = word.getBytes(StandardCharsets.UTF_8).length;
            command.append('$').append(bytes).append("\r\n").append(word).append("\r\n");
        }
        socket.getOutputStream().write(command.toString().getBytes(StandardCharsets.UTF_8));
        return read(new DataInputStream(new BufferedInputStream(socket.getInputStream())));
    }

    private static @Nullable Object read(DataInputStream in) throws IOException {
        int kind = in.read();
        String line = line(in);
        return switch (kind) {
            case '+', ':' -> line;
            case '$' -> text(in, Integer.parseInt(line));
            case '*' -> list(in, Integer.parseInt(line));
            default -> throw new IllegalStateException("Redis answered: " + line);
        };
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) throw new EOFException();
            if (b != '\r') line.append((char) b);
        }
        return line.toString();
    }

    private static @Nullable String text(DataInputStream in, int bytes) throws IOException {
        if (bytes < 0) return null;
        String text = new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
        in.readNBytes(2);
        return text;
    }

    private static @Nullable List<@Nullable Object> list(DataInputStream in, int size) throws IOException {
        if (size < 0) return null;
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) list.add(read(in));
        return list;
    }
}
