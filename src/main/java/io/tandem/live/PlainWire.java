package io.tandem.live;

import io.vertx.core.http.ServerWebSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A WebSocket through Vert.x's public API alone: slower, and right wherever Vert.x runs. */
final class PlainWire implements Wire {

    private static final Logger logger = LoggerFactory.getLogger(PlainWire.class);

    private final ServerWebSocket socket;

    PlainWire(ServerWebSocket socket, int bufferBytesMax) {
        this.socket = socket;
        socket.setWriteQueueMaxSize(bufferBytesMax);
    }

    @Override
    public void listen(Listener listener) {
        socket.textMessageHandler(listener::hear)
                .binaryMessageHandler(bytes -> listener.hearBytes(bytes.getBytes()))
                .exceptionHandler(failure -> logger.debug("A socket broke", failure))
                .closeHandler(closed -> listener.gone(code()));
    }

    private String code() {
        Short code = socket.closeStatusCode();
        return code == null ? CloseCode.NONE : CloseCode.word(code);
    }

    @Override
    public void send(Frame frame) {
        socket.writeTextMessage(frame.text());
    }

    @Override
    public void flush() {}

    @Override
    public boolean isFull() {
        return !socket.isClosed() && socket.writeQueueFull();
    }

    @Override
    public void onDrain(Runnable listener) {
        socket.drainHandler(drained -> listener.run());
    }

    @Override
    public void pause() {
        socket.pause();
    }

    @Override
    public void resume() {
        socket.resume();
    }

    @Override
    public void close(CloseCode code) {
        socket.close((short) code.number, code.reason);
    }
}
