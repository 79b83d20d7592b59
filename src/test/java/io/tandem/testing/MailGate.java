package io.tandem.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stands before a mail server and understands what is said: it answers in the server's place, breaks the line at a chosen
 * moment, or holds an answer back.
 */
public final class MailGate implements AutoCloseable {

    /** The single dot after which the server has the whole mail. */
    public static final String END_OF_DATA = ".";

    private static final int PATIENCE_SECONDS = 30;

    private final int serverPort;
    private final ServerSocket door;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Set<String> breaks = ConcurrentHashMap.newKeySet();
    private final Set<String> holds = ConcurrentHashMap.newKeySet();
    private final Set<String> pauses = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch paused = new CountDownLatch(0);
    private volatile CountDownLatch reached = new CountDownLatch(1);
    private volatile boolean shut;

    MailGate(int serverPort) {
        this.serverPort = serverPort;
        try {
            door = new ServerSocket();
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free()), 64);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Answers commands that begin with this in the server's place: {@code RCPT}, {@code 451 Later}. */
    public void answer(String command, String reply) {
        answers.put(command, reply);
    }

    /** The server gets the command, but its answer never comes: the line breaks in its place. */
    public void breakAfter(String command) {
        breaks.add(command);
    }

    /** The server gets the command, but its answer is held back for ever. */
    public void holdAfter(String command) {
        holds.add(command);
    }

    /** The server gets the command, its answer comes when it may {@link #goOn}. */
    public void pauseAfter(String command) {
        paused = new CountDownLatch(1);
        pauses.add(command);
    }

    public void goOn() {
        paused.countDown();
    }

    /** Everybody is hung up on before the greeting. */
    public void shut() {
        shut = true;
        sockets.forEach(MailGate::close);
    }

    /** Waits until the server has had a command whose answer was broken off or held back, or somebody knocked in vain. */
    public void awaitReached() {
        await(reached);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) throw new AssertionError("Nobody came");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All is well from now on. */
    public void heal() {
        answers.clear();
        breaks.clear();
        holds.clear();
        pauses.clear();
        shut = false;
        reached = new CountDownLatch(1);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            sockets.forEach(MailGate::close);
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            sockets.add(client);
            if (shut) reached.countDown();
            else talk(client, server);
        } catch (IOException gone) {
            // Whoever came went away.
        } finally {
            sockets.remove(client);
        }
    }

    private void talk(Socket client, Socket server) throws IOException {
        BufferedReader asking = reader(client);
        BufferedReader answering = reader(server);
        passAnswer(answering, client);
        for (String line = asking.readLine(); line != null; line = asking.readLine()) {
            if (!exchange(line, answering, client, server) || line.equals("QUIT")) return;
            if (line.startsWith("DATA")) passData(asking, server);
        }
    }

    /** Answers false where the line breaks. */
    private boolean exchange(String line, BufferedReader answering, Socket client, Socket server) throws IOException {
        for (Map.Entry<String, String> rule : answers.entrySet()) {
            if (line.startsWith(rule.getKey())) {
                say(client, rule.getValue());
                reached.countDown();
                return true;
            }
        }
        say(server, line);
        if (breaks.stream().noneMatch(line::startsWith) && holds.stream().noneMatch(line::startsWith)) {
            String answer = readAnswer(answering);
            if (pauses.stream().anyMatch(line::startsWith)) pause();
            say(client, answer);
            return true;
        }
        readAnswer(answering);
        reached.countDown();
        if (holds.stream().anyMatch(line::startsWith)) hold(client);
        return false;
    }

    private void pause() {
        reached.countDown();
        await(paused);
    }

    /** Until the client gives up. */
    private static void hold(Socket client) throws IOException {
        while (client.getInputStream().read() >= 0) {}
    }

    /** Up to the dot, which is a command like any other. */
    private void passData(BufferedReader asking, Socket server) throws IOException {
        asking.mark(1);
        String line = asking.readLine();
        while (line != null && !line.equals(END_OF_DATA)) {
            say(server, line);
            asking.mark(8);
            line = asking.readLine();
        }
        if (line != null) asking.reset();
    }

    private static void passAnswer(BufferedReader answering, Socket client) throws IOException {
        say(client, readAnswer(answering));
    }

    /** All its lines: {@code 250-…} goes on. */
    private static String readAnswer(BufferedReader answering) throws IOException {
        StringBuilder answer = new StringBuilder();
        String line = answering.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            answer.append(line).append("\r\n");
            line = answering.readLine();
        }
        if (line == null) throw new IOException("The server went away");
        return answer.append(line).toString();
    }

    private static void say(Socket socket, String line) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
