package io.tandem.accounts;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.tandem.platform.Check;
import io.tandem.platform.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Argon2id with OWASP's parameters, kept in PHC encoding. Hashing takes tens of milliseconds and {@link #MEMORY_KIB} of
 * memory each, so it runs beside the event loop, a few at a time. State of one context.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">OWASP</a>
 */
final class Passwords {

    private static final int LENGTH_MIN = 8;
    private static final int LENGTH_MAX = 256;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ITERATIONS = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    /** At 50 ms each this is a wait of some seconds; who comes later is told at once. */
    private static final int WAITING_PER_WORKER_MAX = 50;

    private static final long FULL_MS = 2_000;

    private static final Argon2Function ARGON2 =
            Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, LANES, HASH_BYTES, Argon2.ID);

    /** A hash of no password: random bytes in the shape of the others, which cost as much to compare with. */
    private static final String NOBODYS = "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + ITERATIONS + ",p=" + LANES + "$"
            + base64(SALT_BYTES) + "$" + base64(HASH_BYTES);

    private final WorkerExecutor workers;
    private final int waitingMax;
    private int waiting;

    Passwords(Vertx vertx, int parallel) {
        workers = vertx.createSharedWorkerExecutor("accounts-passwords", parallel);
        waitingMax = parallel * WAITING_PER_WORKER_MAX;
    }

    private static String base64(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().withoutPadding().encodeToString(random);
    }

    static void checkNew(Check check, @Nullable String password) {
        int length = password == null ? 0 : password.codePointCount(0, password.length());
        check.that(
                LENGTH_MIN <= length && length <= LENGTH_MAX,
                "password",
                "A password has " + LENGTH_MIN + " to " + LENGTH_MAX + " characters.");
    }

    static void checkGiven(Check check, String field, @Nullable String password) {
        boolean given = password != null && !password.isEmpty() && password.length() <= 2 * LENGTH_MAX;
        check.that(given, field, "The password is needed.");
    }

    Future<String> hash(String password) {
        return work(() -> Password.hash(normal(password))
                .addRandomSalt(SALT_BYTES)
                .with(ARGON2)
                .getResult());
    }

    /** Whether this is the password; the same work where there is no such person, so that time does not tell. */
    Future<Boolean> matches(String password, @Nullable String hash) {
        return hash == null ? check(password, NOBODYS).map(false) : check(password, hash);
    }

    private Future<Boolean> check(String password, String hash) {
        return work(() -> Password.check(normal(password), hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    /** Whether the hash was made with other parameters than those of today. */
    static boolean isOutdated(String hash) {
        return !Argon2Function.getInstanceFromHash(hash).equals(ARGON2);
    }

    /** The same letters come composed or decomposed, depending on the keyboard. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private <T> Future<T> work(Callable<T> job) {
        if (waiting >= waitingMax) {
            return Future.failedFuture(
                    Problem.tooManyRequests("Too many people sign in right now. Try again in a moment.", FULL_MS));
        }
        waiting++;
        return workers.executeBlocking(job, false).onComplete(done -> waiting--);
    }
}
