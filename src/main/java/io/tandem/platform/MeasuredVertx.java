package io.tandem.platform;

import io.micrometer.core.instrument.Tag;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.spi.observability.HttpRequest;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes the Vert.x of an instance, which measures HTTP and the database into the instance's meters. What it
 * would measure besides, the bus above all, costs more than it tells.
 */
public final class MeasuredVertx {

    private static final EnumSet<MetricsDomain> MEASURED =
            EnumSet.of(MetricsDomain.HTTP_SERVER, MetricsDomain.NAMED_POOLS);

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    private MeasuredVertx() {}

    public static Vertx start(Meters meters) {
        return Vertx.builder()
                .with(new VertxOptions().setPreferNativeTransport(true).setMetricsOptions(options()))
                .withMetrics(new MicrometerMetricsFactory(meters.registry()))
                .build();
    }

    /** A name of its own: two in one process would share a registry by it. */
    private static MicrometerMetricsOptions options() {
        return new MicrometerMetricsOptions()
                .setEnabled(true)
                .setRegistryName(UUID.randomUUID().toString())
                .setLabels(EnumSet.of(Label.HTTP_CODE, Label.POOL_TYPE))
                .setServerRequestTagsProvider(MeasuredVertx::method)
                .setDisabledMetricsCategories(EnumSet.complementOf(MEASURED).stream()
                        .map(MetricsDomain::toCategory)
                        .collect(Collectors.toSet()));
    }

    /** Anybody may call a method whatever they like: each word would be another histogram, kept for ever. */
    private static List<Tag> method(HttpRequest request) {
        HttpMethod method = request.method();
        return List.of(Tag.of("method", METHODS.contains(method) ? method.name() : "other"));
    }
}
