package io.tandem.platform;

import io.netty.util.NetUtil;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An IP address as 128 bits; IPv4 stands in the block that IPv6 keeps for it, so that an address is the same in either
 * dress.
 */
public record IpAddress(long high, long low) {

    public static final IpAddress LOOPBACK = parse("127.0.0.1").orElseThrow();

    private static final long IPV4_MARK = 0xFFFFL;
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BYTES = 16;

    /** Empty where the text is no address; names are not looked up. */
    public static Optional<IpAddress> parse(String text) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
        if (bytes == null) return Optional.empty();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return Optional.of(
                bytes.length == IPV6_BYTES
                        ? new IpAddress(buffer.getLong(), buffer.getLong())
                        : new IpAddress(0, IPV4_MARK << IPV4_BITS | Integer.toUnsignedLong(buffer.getInt())));
    }

    boolean isIpv4() {
        return high == 0 && low >>> IPV4_BITS == IPV4_MARK;
    }

    /** What one customer has: an IPv4 address, or the /64 that an IPv6 address is in. */
    public IpAddress network() {
        return isIpv4() ? this : new IpAddress(high, 0);
    }

    /** @param bits of 128 that are kept */
    IpAddress prefix(int bits) {
        return new IpAddress(high & mask(bits), low & mask(bits - Long.SIZE));
    }

    private static long mask(int bits) {
        if (bits <= 0) return 0;
        return bits >= Long.SIZE ? -1 : -1L << (Long.SIZE - bits);
    }

    @Override
    public String toString() {
        return isIpv4()
                ? NetUtil.intToIpAddress((int) low)
                : NetUtil.bytesToIpAddress(ByteBuffer.allocate(IPV6_BYTES)
                        .putLong(high)
                        .putLong(low)
                        .array());
    }
}
