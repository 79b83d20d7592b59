package io.tandem.http;

import io.tandem.platform.IpAddress;
import io.tandem.platform.Settings.ForwardedHeader;
import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of its way here. Of the scheme and the host the last word counts: it is the nearest proxy's.
 *
 * @param hops who asked whom, the nearest one last
 */
record Forwarded(
        List<String> hops, @Nullable String proto, @Nullable String host) {

    static boolean isIn(ForwardedHeader header, MultiMap headers) {
        return headers.contains(header == ForwardedHeader.X_FORWARDED ? "X-Forwarded-For" : "Forwarded");
    }

    static Forwarded read(ForwardedHeader header, MultiMap headers) {
        return header == ForwardedHeader.X_FORWARDED ? customary(headers) : standard(headers);
    }

    private static Forwarded customary(MultiMap headers) {
        return new Forwarded(
                parts(headers, "X-Forwarded-For").toList(),
                last(parts(headers, "X-Forwarded-Proto")),
                last(parts(headers, "X-Forwarded-Host")));
    }

    /** RFC 7239. */
    private static Forwarded standard(MultiMap headers) {
        List<String> elements = parts(headers, "Forwarded").toList();
        return new Forwarded(
                elements.stream().map(element -> value(element, "for")).toList(),
                last(elements.stream().map(element -> value(element, "proto"))),
                last(elements.stream().map(element -> value(element, "host"))));
    }

    private static Stream<String> parts(MultiMap headers, String name) {
        return headers.getAll(name).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip);
    }

    /** Empty where the element does not say. */
    private static String value(String element, String name) {
        return Arrays.stream(element.split(";"))
                .map(pair -> pair.strip().split("=", 2))
                .filter(pair ->
                        pair.length == 2 && pair[0].toLowerCase(Locale.ROOT).equals(name))
                .map(pair -> pair[1].replace("\"", "").strip())
                .findFirst()
                .orElse("");
    }

    private static @Nullable String last(Stream<String> values) {
        String last = values.reduce("", (one, next) -> next);
        return last.isEmpty() ? null : last;
    }

    /** Of a hop, which may name its port too; empty where it does not want to be known. */
    static Optional<IpAddress> address(String hop) {
        String bare = hop;
        if (hop.startsWith("[")) bare = hop.substring(1, Math.max(1, hop.indexOf(']')));
        else if (hop.indexOf(':') == hop.lastIndexOf(':') && hop.contains(":"))
            bare = hop.substring(0, hop.indexOf(':'));
        return IpAddress.parse(bare);
    }
}
