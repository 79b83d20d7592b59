package io.tandem.journal;

import io.tandem.platform.Call;
import io.tandem.platform.Ids;
import io.tandem.platform.Json;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The identity of a command: its id, and what it asked for.
 *
 * @param repeatable false where the client sent no id, so that nobody can ask for it again
 * @param fingerprint SHA-256 of the command, which tells a repetition from another command under a used id
 */
record Operation(String id, boolean repeatable, Buffer fingerprint) {

    static Operation of(Call<?> call) {
        String given = call.operationId();
        return new Operation(
                given == null ? Ids.next().toString() : given,
                given != null,
                Buffer.buffer(fingerprint(call.command())));
    }

    private static byte[] fingerprint(Object command) {
        String text = command.getClass().getSimpleName() + Json.encode(command);
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    boolean isSameCommandAs(byte[] other) {
        return Arrays.equals(fingerprint.getBytes(), other);
    }
}
