package io.tandem.http;

import io.tandem.platform.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** An answer's JSON that was encoded and compressed once, for everybody who asks for the same. */
public final class Packed {

    private static final int BUFFER_BYTES = 65_536;

    /** A seventh more bytes than the usual level, in a third of its time: somebody waits for it. */
    private static final class QuickGzip extends GZIPOutputStream {
        QuickGzip(OutputStream out) throws IOException {
            super(out, BUFFER_BYTES);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private final byte[] gzip;
    private final String tag;

    private Packed(byte[] gzip, String tag) {
        this.gzip = gzip;
        this.tag = tag;
    }

    /**
     * Takes a while for much: not on an event loop.
     *
     * @param tag another one whenever the value is another one; letters, digits and dashes
     */
    public static Packed of(Object value, String tag) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER_BYTES);
        try (GZIPOutputStream out = new QuickGzip(bytes)) {
            Json.write(out, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Packed(bytes.toByteArray(), tag);
    }

    /** What it takes in memory. */
    public int bytes() {
        return gzip.length;
    }

    byte[] gzip() {
        return gzip;
    }

    /** For whoever takes no gzip. */
    byte[] unpacked() throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip), BUFFER_BYTES)) {
            return in.readAllBytes();
        }
    }

    /** Weak (RFC 9110, section 8.8.1): compressed or not, it is the same. */
    String entityTag() {
        return "W/\"" + tag + "\"";
    }
}
