package io.tandem.bench;

/** Whoever listens to a socket. */
interface Ear {

    /** @param nanos {@link System#nanoTime} when it was read */
    void hears(Socket socket, Message message, long nanos);

    /**
     * The server or the network ended it; not called where this side did.
     *
     * @param closeCode 1006 where there was none, 0 where no connection came about
     */
    void loses(Socket socket, int closeCode);
}
