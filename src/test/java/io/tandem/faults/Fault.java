package io.tandem.faults;

import java.time.Duration;
import java.util.Random;

/** Something that goes wrong; when {@link #strike} is done, everything runs again. */
enum Fault {
    KILL("kill -9 of an instance"),
    STOP("an instance stands still (SIGSTOP)"),
    RESTART("restart of an instance (SIGTERM)"),
    ROLL("rolling restart (SIGTERM)"),
    REDIS_KILL("kill -9 of Redis"),
    REDIS_PAUSE("Redis stands still"),
    POSTGRES_RESTART("restart of PostgreSQL"),
    POSTGRES_KILL("kill -9 of PostgreSQL"),
    POSTGRES_SILENT("the way to PostgreSQL falls silent"),
    CUT("every connection is cut"),
    HALF_OPEN("half the connections fall silent"),
    SLOW("some read nothing for a while");

    private static final Duration MARGIN = Duration.ofMillis(600);
    /** Two checks of the load balancer: then it has seen that an instance is back, and the next may go. */
    private static final Duration SEEN = Duration.ofSeconds(2);

    private static final Duration AWAY = Duration.ofMillis(1_200);

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /**
     * @param silence after which clients give up on a silent server
     * @param moment to be run whenever something happens that may cut people off
     */
    void strike(Site site, Random random, Duration silence, Shift shift, Runnable moment) {
        Duration longer = silence.multipliedBy(4).dividedBy(3).plus(MARGIN);
        moment.run();
        switch (this) {
            case KILL -> killed(site.eldest());
            case STOP -> {
                Node node = site.eldest();
                node.pause();
                shift.pause(longer);
                node.resume();
            }
            case RESTART -> restarted(site.eldest());
            case ROLL ->
                site.nodes().forEach(node -> {
                    moment.run();
                    restarted(node);
                    shift.pause(SEEN);
                });
            case REDIS_KILL -> {
                site.redis().kill();
                shift.pause(AWAY);
                site.redis().restart();
            }
            case REDIS_PAUSE -> {
                site.redis().pause();
                shift.pause(AWAY);
                site.redis().resume();
            }
            case POSTGRES_RESTART -> site.postgres().restart();
            case POSTGRES_KILL -> {
                site.postgres().kill();
                site.postgres().comeBack();
            }
            case POSTGRES_SILENT -> {
                site.postgres().door().blackhole();
                shift.pause(AWAY);
                site.postgres().door().heal();
            }
            case CUT -> site.edge().cut();
            case HALF_OPEN -> {
                site.edge().silence(0.5, random);
                shift.pause(longer);
                site.edge().heal();
            }
            case SLOW -> {
                site.narrow().stall();
                shift.pause(silence.multipliedBy(2));
                site.narrow().heal();
            }
        }
    }

    private static void restarted(Node node) {
        int exitCode = node.stop();
        if (exitCode != 0) throw new AssertionError(node.name() + " ended with " + exitCode);
        node.start();
    }

    private static void killed(Node node) {
        node.kill();
        node.start();
    }
}
