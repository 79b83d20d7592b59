package io.tandem.presence;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One connection in one workspace, as the instance that has it knows it. It travels between instances: fields that a newer
 * version adds are passed over.
 *
 * @param status what the person says of themselves
 * @param active whether the person is at one of the devices this instance has connections to
 * @param viewing the task the connection shows
 * @param since when the person came
 * @param revision of two, the higher one is the newer
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Entry(
        UUID connectionId,
        UUID userId,
        String name,
        Status status,
        boolean active,
        @Nullable UUID viewing,
        Instant since,
        long revision) {}
