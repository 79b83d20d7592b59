package io.tandem.bench;

/** Publishers at work. All of it on the event loop. */
interface Load {

    void start();

    /** Begins nothing more; what is under way is still answered. */
    void stop();
}
