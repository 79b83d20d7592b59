package io.tandem.live;

/** One socket of any transport, as the hub sees it. All calls come from the socket's own event loop. */
interface Wire {

    /** Told what arrives, on the event loop and in the context of whoever opened the socket. */
    interface Listener {

        void hear(String text);

        void hearBytes(byte[] bytes);

        /** A message was larger than the wire takes; it reads nothing more. */
        void hearTooMuch();

        /** @param code what the socket ended with */
        void gone(String code);
    }

    /** From now on what arrives is told; before there is a listener nothing is read. */
    void listen(Listener listener);

    /** Puts a message into the transport's buffer; it leaves with the next {@link #flush}. */
    void send(Frame frame);

    /** Hands everything sent since the last flush to the network, in one go. */
    void flush();

    /** Whether the reader is slower than what is sent: send nothing more until it has drained. */
    boolean isFull();

    /** Calls when a full wire has room again: from anywhere on the event loop, even in the middle of a {@link #send}. */
    void onDrain(Runnable listener);

    /** Stops reading what the client sends. */
    void pause();

    void resume();

    void close(CloseCode code);

    default Transport transport() {
        return Transport.WEBSOCKET;
    }
}
