package io.tandem.live;

import io.tandem.live.ServerMessage.Closing;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A SockJS session of any transport. SockJS never says that its queue is full, so bytes on their way are counted by the
 * futures of their writes.
 */
final class SockJsWire implements Wire {

    private static final Logger logger = LoggerFactory.getLogger(SockJsWire.class);
    private static final int CLOSING_SECONDS = 5;

    private final SockJSSocket socket;
    private final int bufferBytesMax;
    private long inFlightBytes;
    private boolean full;
    private Runnable drained = () -> {};

    SockJsWire(SockJSSocket socket, int bufferBytesMax) {
        this.socket = socket;
        this.bufferBytesMax = bufferBytesMax;
    }

    @Override
    public void listen(Listener listener) {
        socket.handler(text -> listener.hear(text.toString()))
                .exceptionHandler(failure -> logger.debug("A SockJS session broke", failure))
                .closeHandler(closed -> listener.gone(CloseCode.NONE));
    }

    @Override
    public void send(Frame frame) {
        int bytes = frame.text().length();
        inFlightBytes += bytes;
        full |= inFlightBytes > bufferBytesMax;
        socket.write(frame.text()).onComplete(written -> left(bytes));
    }

    private void left(int bytes) {
        inFlightBytes -= bytes;
        if (!full || inFlightBytes > bufferBytesMax / 2) return;
        full = false;
        drained.run();
    }

    @Override
    public void flush() {}

    @Override
    public boolean isFull() {
        return full;
    }

    @Override
    public void onDrain(Runnable listener) {
        drained = listener;
    }

    @Override
    public Transport transport() {
        return Transport.SOCKJS;
    }

    /** A paused session would take all the same whatever is posted to it, without a bound: the conversation bounds it. */
    @Override
    public void pause() {}

    @Override
    public void resume() {}

    /** Most SockJS transports cannot carry a close code: it goes ahead as a message, if the reader takes it. */
    @Override
    public void close(CloseCode code) {
        String closing = new Closing(code.number, code.reason).frame().text();
        socket.write(closing)
                .timeout(CLOSING_SECONDS, TimeUnit.SECONDS)
                .onComplete(told -> socket.close(code.number, code.reason));
    }
}
