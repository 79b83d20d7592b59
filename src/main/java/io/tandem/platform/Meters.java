package io.tandem.platform;

import com.fasterxml.jackson.annotation.JsonValue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * What one process counts and measures, for Prometheus; docs/operations.md says what each means. Made once, handed to
 * whoever counts, and cheap to call from any thread: nobody looks up a meter while there is work to do.
 */
public final class Meters implements AutoCloseable {

    /** From what passes unnoticed to what nobody waits for; 500 ms is the bound of the alert. */
    private static final Duration[] BUCKETS = Stream.of(1, 2, 5, 10, 20, 50, 100, 200, 300, 500, 1_000, 2_000, 5_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry = filtered();
    private final JvmGcMetrics garbage = new JvmGcMetrics();
    private final Map<String, Command> commands = new ConcurrentHashMap<>();

    private final AtomicLong followed = gauge("tandem.journal.followed", "Logs this instance follows");
    private final AtomicLong lag =
            gauge("tandem.journal.lag.events", "Events the last poll of the heads found beyond what was told");
    private final Counter gapFills = counter("tandem.journal.gap.fills", "Reads from the log to fill a gap");
    private final Counter[] events = Stream.of(Source.values())
            .map(source -> Counter.builder("tandem.journal.events")
                    .description("Events told to the hubs, by what made each the next one")
                    .tag("source", source.word())
                    .register(registry))
            .toArray(Counter[]::new);

    private final AtomicLong instances = gauge("tandem.cluster.instances", "Instances heard of, this one included");
    private final Counter redisPublished = counter("tandem.redis.published", "Messages published to Redis");
    private final Counter redisReceived = counter("tandem.redis.received", "Messages received from Redis");
    private final Counter redisErrors = counter("tandem.redis.errors", "Commands and connections to Redis that failed");
    private final Timer redisBeat = timer("tandem.redis.beat", "A beat of this instance to Redis and back");
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Redis redis = Redis.NONE;
    private volatile MailState mail = MailState.NONE;

    /** How an event was heard of: from a commit here, over Redis, or by reading the log after a poll or a gap. */
    public enum Source {
        COMMIT,
        REDIS,
        POLL;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The state of the way over Redis; {@code NONE} where none is configured. */
    public enum Redis {
        NONE,
        AWAY,
        UP;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Meters() {
        instances.set(1);
    }

    private static PrometheusMeterRegistry filtered() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config().meterFilter(new VertxMeters());
        return registry;
    }

    /** Of the Java machine and the process too: once per process. */
    public Meters withProcess() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        garbage.bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        return this;
    }

    /** For whoever has meters of their own. */
    public PrometheusMeterRegistry registry() {
        return registry;
    }

    /** To be held by whoever counts. {@code tandem.live.opened} is {@code tandem_live_opened_total} at Prometheus. */
    public Counter counter(String name, String description, String... labels) {
        return Counter.builder(name).description(description).tags(labels).register(registry);
    }

    /** A gauge to be set from any thread. */
    public AtomicLong gauge(String name, String description, String... labels) {
        AtomicLong value = new AtomicLong();
        Gauge.builder(name, value, AtomicLong::doubleValue)
                .description(description)
                .tags(labels)
                .strongReference(true)
                .register(registry);
        return value;
    }

    /** A histogram in seconds, from 1 ms to 5 s. */
    public Timer timer(String name, String description, String... labels) {
        return Timer.builder(name)
                .description(description)
                .tags(Tags.of(labels))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    /** The same bounds, for timers that somebody else makes. */
    static DistributionStatisticConfig buckets() {
        return DistributionStatisticConfig.builder()
                .serviceLevelObjectives(
                        Stream.of(BUCKETS).mapToDouble(Duration::toNanos).toArray())
                .build();
    }

    /** How long one address of the bus takes to answer, by outcome. Held by whoever serves it. */
    Command command(String address) {
        return commands.computeIfAbsent(address, Command::new);
    }

    final class Command {

        private static final String OK = "ok";

        private final String address;
        private final Timer ok;
        private final Map<String, Timer> failures = new ConcurrentHashMap<>();

        private Command(String address) {
            this.address = address;
            ok = outcome(OK);
        }

        private Timer outcome(String outcome) {
            return timer("tandem.command", "Commands and questions on the bus", "address", address, "outcome", outcome);
        }

        void succeeded(long sinceNanos) {
            ok.record(Duration.ofNanos(System.nanoTime() - sinceNanos));
        }

        void failed(Problem problem, long sinceNanos) {
            failures.computeIfAbsent(problem.code(), this::outcome)
                    .record(Duration.ofNanos(System.nanoTime() - sinceNanos));
        }
    }

    public void followed(long logs) {
        followed.set(logs);
    }

    public void lag(long events) {
        lag.set(events);
    }

    public void gapFill() {
        gapFills.increment();
    }

    public void event(Source source) {
        events[source.ordinal()].increment();
    }

    /** A socket more or, with -1, one less. */
    public void connected(int difference) {
        connections.addAndGet(difference);
    }

    /** The open sockets of this instance, of all transports. */
    public int connections() {
        return connections.get();
    }

    /** @param count this one included */
    public void instances(long count) {
        instances.set(count);
    }

    public void redisPublished() {
        redisPublished.increment();
    }

    public void redisReceived() {
        redisReceived.increment();
    }

    public void redisError() {
        redisErrors.increment();
    }

    public void beat(Duration outAndBack) {
        redisBeat.record(outAndBack);
    }

    /** From the first call on there is a {@code tandem_redis_up}; without {@code redis.uri} nobody calls. */
    public void redisUp(boolean up) {
        if (redis == Redis.NONE) {
            Gauge.builder("tandem.redis.up", this, meters -> meters.redis == Redis.UP ? 1 : 0)
                    .description("Whether Redis carries events now")
                    .register(registry);
        }
        redis = up ? Redis.UP : Redis.AWAY;
    }

    public Redis redis() {
        return redis;
    }

    public void mail(MailState state) {
        mail = state;
    }

    public MailState mail() {
        return mail;
    }

    public long followed() {
        return followed.get();
    }

    public long lag() {
        return lag.get();
    }

    @Override
    public void close() {
        garbage.close();
        registry.close();
    }
}
