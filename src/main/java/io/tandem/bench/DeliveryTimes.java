package io.tandem.bench;

import com.fasterxml.jackson.databind.JsonNode;

/** From the commit until the frames were written, as the server itself measures it: milliseconds of the last two minutes. */
record DeliveryTimes(double p50, double p99) {

    static final DeliveryTimes UNKNOWN = new DeliveryTimes(Double.NaN, Double.NaN);

    static DeliveryTimes parse(byte[] stats) {
        JsonNode times = Api.read(stats).path("delivery_ms");
        return new DeliveryTimes(
                times.path("p50").asDouble(Double.NaN), times.path("p99").asDouble(Double.NaN));
    }
}
