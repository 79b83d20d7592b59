package io.tandem.platform;

import java.util.Optional;

/** An address or a block of them, as 10.0.0.7, 10.0.0.0/8 or 2001:db8::/32. */
public record AddressRange(IpAddress first, int bits) {

    private static final int IPV4_AT = 96;
    private static final int ALL_BITS = 128;

    static boolean isRange(String text) {
        return read(text).isPresent();
    }

    static AddressRange parse(String text) {
        return read(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static Optional<AddressRange> read(String text) {
        String[] parts = text.split("/", 2);
        return IpAddress.parse(parts[0]).flatMap(address -> {
            int before = address.isIpv4() ? IPV4_AT : 0;
            int bits = parts.length == 1 ? ALL_BITS : before + bits(parts[1]);
            return bits < before || bits > ALL_BITS
                    ? Optional.empty()
                    : Optional.of(new AddressRange(address.prefix(bits), bits));
        });
    }

    private static int bits(String text) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : Integer.MIN_VALUE / 2;
    }

    public boolean contains(IpAddress address) {
        return address.prefix(bits).equals(first);
    }
}
