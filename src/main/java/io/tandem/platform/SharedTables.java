package io.tandem.platform;

import java.util.List;
import java.util.Map;

/**
 * Tables of texts that all instances share in Redis. What stands there is a help and no truth: it may be gone at any
 * moment, and while Redis is away every question fails with {@code unavailable}. Without {@code redis.uri} nobody answers.
 */
public final class SharedTables {

    /** Writes fields, and keeps the table from being forgotten. */
    public static final Address<Put, Boolean> PUT = new Address<>("cluster.table_put", Put.class);

    public static final Address<Remove, Boolean> REMOVE = new Address<>("cluster.table_remove", Remove.class);

    /** A question: the fields of the table of this name; none where there is no such table. */
    public static final Address<String, Map<String, String>> READ = new Address<>("cluster.table_read", String.class);

    private SharedTables() {}

    /**
     * @param table its name, without the prefix that stands before every key
     * @param keptSeconds the table is forgotten when nobody writes to it for so long
     */
    public record Put(String table, Map<String, String> fields, int keptSeconds) {}

    public record Remove(String table, List<String> fields) {}
}
