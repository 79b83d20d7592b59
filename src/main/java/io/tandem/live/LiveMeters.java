package io.tandem.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.tandem.platform.Meters;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the sockets of this instance are counted by, from all their event loops. */
public final class LiveMeters {

    private final Meters meters;
    private final Map<Transport, AtomicLong> connections = new EnumMap<>(Transport.class);
    private final AtomicLong behind;
    private final AtomicLong subscriptions = new AtomicLong();
    private final Counter opened;
    private final Counter delivered;
    private final Counter resyncs;
    private final Counter presenceTold;
    private final Counter presenceSkipped;
    private final Timer delivery;
    private final Map<String, Counter> closed = new ConcurrentHashMap<>();
    private final Map<String, Counter> refused = new ConcurrentHashMap<>();

    public LiveMeters(Meters meters) {
        this.meters = meters;
        for (Transport transport : Transport.values()) {
            connections.put(
                    transport, meters.gauge("tandem.live.connections", "Open sockets", "transport", transport.word()));
        }
        behind = meters.gauge("tandem.live.behind", "Sockets that were behind at the last look, once a second");
        opened = meters.counter("tandem.live.opened", "Sockets that were welcomed");
        delivered = meters.counter("tandem.live.delivered", "Event messages handed to sockets");
        resyncs = meters.counter("tandem.live.resyncs", "Subscriptions told to take a snapshot");
        presenceTold = meters.counter("tandem.presence.told", "Messages of who is there handed to sockets");
        presenceSkipped = meters.counter(
                "tandem.presence.skipped", "Times a slow socket was left out, to be told everything later");
        delivery = meters.timer("tandem.live.delivery", "From the commit until the frames were written");
    }

    void connected(Transport transport) {
        count(transport, 1);
    }

    void disconnected(Transport transport) {
        count(transport, -1);
    }

    private void count(Transport transport, int difference) {
        Objects.requireNonNull(connections.get(transport)).addAndGet(difference);
        meters.connected(difference);
    }

    void welcomed() {
        opened.increment();
    }

    /** A socket that had been welcomed is over. */
    void closed(String code) {
        closed.computeIfAbsent(code, any -> byCode("tandem.live.closed", "Welcomed sockets that are over", code))
                .increment();
    }

    /** A socket was turned away before it was welcomed. */
    void refused(String code) {
        refused.computeIfAbsent(code, any -> byCode("tandem.live.refused", "Sockets that were turned away", code))
                .increment();
    }

    private Counter byCode(String name, String description, String code) {
        return meters.counter(name, description, "code", code);
    }

    void resync() {
        resyncs.increment();
    }

    void presenceTold(long messages) {
        presenceTold.increment(messages);
    }

    void presenceSkipped() {
        presenceSkipped.increment();
    }

    void delivered(long messages) {
        delivered.increment(messages);
    }

    /** Clocks of two instances may differ: what came before it was committed took no time. */
    void written(Instant committed, Instant now) {
        Duration took = Duration.between(committed, now);
        delivery.record(took.isNegative() ? Duration.ZERO : took);
    }

    /** What one hub found at its last look, as the difference to the look before. */
    void swept(long subscriptionsMore, long behindMore) {
        subscriptions.addAndGet(subscriptionsMore);
        behind.addAndGet(behindMore);
    }

    Map<String, Long> connections() {
        Map<String, Long> counts = new TreeMap<>();
        connections.forEach((transport, count) -> counts.put(transport.word(), count.get()));
        return counts;
    }

    long subscriptions() {
        return subscriptions.get();
    }

    long behind() {
        return behind.get();
    }

    long opened() {
        return (long) opened.count();
    }

    long delivered() {
        return (long) delivered.count();
    }

    long resyncs() {
        return (long) resyncs.count();
    }

    Map<String, Long> closed() {
        return counts(closed);
    }

    Map<String, Long> refused() {
        return counts(refused);
    }

    private static Map<String, Long> counts(Map<String, Counter> counters) {
        Map<String, Long> counts = new TreeMap<>();
        counters.forEach((code, counter) -> counts.put(code, (long) counter.count()));
        return counts;
    }

    Timer delivery() {
        return delivery;
    }
}
