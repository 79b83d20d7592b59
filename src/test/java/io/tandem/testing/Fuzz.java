package io.tandem.testing;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes what is well formed odd, in the same ways again for the same seed: {@code -Dtandem.fuzz.seed=…}. */
public final class Fuzz {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectWriter AS_IS = new ObjectMapper().writer();
    private static final ObjectWriter ESCAPED = AS_IS.with(JsonWriteFeature.ESCAPE_NON_ASCII);

    /** Texts that trip what reads, compares, cuts, keeps or shows them. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "\udc00\ud800",
            "x\ud83d",
            "\uffff\ufffe",
            "\u202e\u2066right",
            "e\u0301".repeat(300),
            "\ud83d\ude00".repeat(500),
            "x".repeat(501),
            "x".repeat(50_001),
            "\r\nX-Header: 1\r\n\r\n",
            "' OR 1=1 --",
            "\\\"\\u0000",
            "%s%n${jndi:ldap://x}",
            "<script>alert(1)</script>",
            "../../../../etc/passwd",
            "null",
            "undefined",
            "NaN",
            "1e309",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "0-0-0-0-0",
            "2026-13-45T99:99:99Z",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "-4713-01-01T00:00:00Z",
            "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999-18:00",
            "294277-01-01T00:00:00Z",
            "2026-06-30T23:59:60Z",
            "a@" + "b".repeat(189),
            "\"quoted\"@x",
            "me",
            "Europe/Nowhere",
            "task.nonsense",
            "__proto__");

    private static final byte[][] BAD_UTF_8 = {
        {(byte) 0xff},
        {(byte) 0xc0, (byte) 0x80},
        {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
        {(byte) 0xf4, (byte) 0x90, 0x41},
        {0}
    };

    private final Random random;

    public Fuzz(long seed) {
        random = new Random(seed);
    }

    /** The seed that was asked for, else another one each time; printed, so that what it found can be found again. */
    public static long seed() {
        long seed = Long.getLong("tandem.fuzz.seed", System.nanoTime());
        System.out.println("Again with -Dtandem.fuzz.seed=" + seed);
        return seed;
    }

    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    public String text() {
        return chance(70) ? pick(TEXTS) : noise();
    }

    private String noise() {
        StringBuilder noise = new StringBuilder();
        for (int i = random.nextInt(40); i >= 0; i--) noise.append((char) random.nextInt(0x10000));
        return noise.toString();
    }

    /** The same with one to three places changed. */
    public JsonNode bent(JsonNode valid) {
        JsonNode bent = valid.deepCopy();
        for (int i = random.nextInt(3); i >= 0; i--) bent = bentOnce(bent);
        return bent;
    }

    private JsonNode bentOnce(JsonNode node) {
        if (node instanceof ObjectNode object && !object.isEmpty()) return bentField(object);
        if (node instanceof ArrayNode array && !array.isEmpty() && chance(60)) {
            int at = random.nextInt(array.size());
            array.set(at, bentOnce(array.get(at)));
            return array;
        }
        return value();
    }

    private JsonNode bentField(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = pick(names);
        switch (random.nextInt(10)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(text(), value());
            case 2 -> object.set(pick(names), object.get(name));
            case 3, 4, 5 -> object.set(name, bentOnce(object.get(name)));
            default -> object.set(name, value());
        }
        return object;
    }

    private JsonNode value() {
        return switch (random.nextInt(16)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextLong());
            case 3 -> JSON.numberNode(-1);
            case 4 -> JSON.numberNode(new BigDecimal("1e400"));
            case 5 -> JSON.numberNode(BigInteger.TEN.pow(900));
            case 6 -> JSON.numberNode(1.5);
            case 7 -> JSON.numberNode(0);
            case 8 -> deep();
            case 9 -> many();
            case 10 -> JSON.objectNode();
            case 11 -> JSON.arrayNode();
            case 12 -> JSON.objectNode().put(text(), text());
            default -> JSON.textNode(text());
        };
    }

    private JsonNode deep() {
        JsonNode node = JSON.textNode("deep");
        for (int i = pick(List.of(30, 45, 300)); i > 0; i--) {
            node = i % 2 == 0 ? JSON.arrayNode().add(node) : JSON.objectNode().set("a", node);
        }
        return node;
    }

    private JsonNode many() {
        JsonNode item = JSON.textNode("" + random.nextInt());
        ArrayNode many = JSON.arrayNode();
        for (int i = 0; i < 1_000; i++) many.add(item);
        return many;
    }

    /** As text: a lone surrogate only survives as an escape. */
    public String encoded(JsonNode json) {
        try {
            String text = (chance(50) ? ESCAPED : AS_IS).writeValueAsString(json);
            return chance(5) ? twice(text) : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every field of the outermost object a second time. */
    private static String twice(String text) {
        return text.startsWith("{") && text.length() > 2
                ? text.substring(0, text.length() - 1) + "," + text.substring(1)
                : text;
    }

    /** What may be no JSON any more, no UTF-8, or nothing at all. */
    public byte[] broken(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int at = random.nextInt(bytes.length + 1);
        int to = at + random.nextInt(bytes.length - at + 1);
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 ->
                join(
                        Arrays.copyOfRange(bytes, 0, at),
                        BAD_UTF_8[random.nextInt(BAD_UTF_8.length)],
                        Arrays.copyOfRange(bytes, at, bytes.length));
            case 2 -> join(Arrays.copyOfRange(bytes, 0, at), Arrays.copyOfRange(bytes, to, bytes.length));
            case 3 -> join(Arrays.copyOfRange(bytes, 0, to), Arrays.copyOfRange(bytes, at, bytes.length));
            case 4 -> join(bytes, bytes);
            case 5 -> text.getBytes(StandardCharsets.UTF_16);
            case 6 -> join(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, bytes);
            default -> ("[".repeat(random.nextInt(3_000)) + text).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) joined.writeBytes(part);
        return joined.toByteArray();
    }
}
