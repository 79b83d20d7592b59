package io.tandem.bench;

/** Whoever listens to a socket. */
interface Ear {

    /** @param nanos {@link System#nanoTime} when it was read */
    void hears(Socket socket, Message message, long nanos);

    /** The server or the network ended it; not called where this side did. */
    void loses(Socket socket, int closeCode);
}
