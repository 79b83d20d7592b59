package io.tandem.platform;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.util.Map;

/** Of what Vert.x measures, lets through what somebody looks at, by the names Tandem has for it. */
final class VertxMeters implements MeterFilter {

    private static final String VERTX = "vertx.";
    private static final String DATABASE = "tandem.database.";

    private static final String RESPONSE_TIME = "vertx.http.server.response.time";

    /** Of the pools only the one to the database. */
    private static final Map<String, String> POOL = Map.of(
            "vertx.pool.in.use", DATABASE + "pool.used",
            "vertx.pool.queue.pending", DATABASE + "pool.waiting",
            "vertx.pool.queue.time", DATABASE + "pool.wait");

    /** Asked with the new names. */
    @Override
    public MeterFilterReply accept(Meter.Id id) {
        boolean known = !id.getName().startsWith(VERTX) || id.getName().equals(RESPONSE_TIME);
        return known ? MeterFilterReply.NEUTRAL : MeterFilterReply.DENY;
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        if (id.getName().equals("vertx.sql.processing.time")) return renamed(id, DATABASE + "query");
        String name = POOL.get(id.getName());
        return name != null && "sql".equals(id.getTag("pool_type")) ? renamed(id, name) : id;
    }

    private static Meter.Id renamed(Meter.Id id, String name) {
        return id.withName(name).replaceTags(Tags.empty());
    }

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        boolean timed = id.getType() == Meter.Type.TIMER
                && (id.getName().equals(RESPONSE_TIME) || id.getName().startsWith(DATABASE));
        return timed ? Meters.buckets().merge(config) : config;
    }
}
