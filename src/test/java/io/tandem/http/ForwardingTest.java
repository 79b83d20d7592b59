package io.tandem.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.platform.AddressRange;
import io.tandem.platform.IpAddress;
import io.tandem.platform.Settings;
import io.tandem.platform.Settings.ForwardedHeader;
import io.vertx.core.MultiMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardingTest {

    private static final AddressRange PROXIES = new AddressRange(address("10.0.0.0"), 96 + 8);

    private static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }

    private static Source source(ForwardedHeader header, String peer, String... headers) {
        MultiMap sent = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < headers.length; i += 2) sent.add(headers[i], headers[i + 1]);
        Settings.Http settings = new Settings.Http(0, "", List.of(PROXIES), header, List.of());
        return new Forwarding(settings).source(new Source(address(peer), false, "inside:8080"), sent);
    }

    private static String asker(String peer, String... headers) {
        return source(ForwardedHeader.X_FORWARDED, peer, headers).address().toString();
    }

    @Test
    void a_stranger_is_not_believed() {
        Source source = source(
                ForwardedHeader.X_FORWARDED,
                "203.0.113.9",
                "X-Forwarded-For",
                "127.0.0.1",
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Host",
                "tandem.example.org");
        assertThat(source).isEqualTo(new Source(address("203.0.113.9"), false, "inside:8080"));
    }

    @Test
    void a_trusted_proxy_is_believed() {
        Source source = source(
                ForwardedHeader.X_FORWARDED,
                "10.0.0.1",
                "X-Forwarded-For",
                "203.0.113.9",
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Host",
                "tandem.example.org");
        assertThat(source).isEqualTo(new Source(address("203.0.113.9"), true, "tandem.example.org"));
    }

    @Test
    void of_a_chain_the_last_who_is_not_trusted_asks_whatever_they_say_themselves() {
        assertThat(asker("10.0.0.1", "X-Forwarded-For", "1.1.1.1, 203.0.113.9, 10.0.0.2"))
                .isEqualTo("203.0.113.9");
        assertThat(asker("10.0.0.1", "X-Forwarded-For", "1.1.1.1", "X-Forwarded-For", "203.0.113.9"))
                .isEqualTo("203.0.113.9");
        assertThat(asker("10.0.0.1", "X-Forwarded-For", "10.0.0.3, 10.0.0.2")).isEqualTo("10.0.0.3");
    }

    @Test
    void what_is_no_address_ends_the_chain() {
        assertThat(asker("10.0.0.1", "X-Forwarded-For", "203.0.113.9, unknown")).isEqualTo("10.0.0.1");
        assertThat(asker("10.0.0.1", "X-Forwarded-For", "203.0.113.9, , 10.0.0.2"))
                .isEqualTo("10.0.0.2");
        assertThat(asker("10.0.0.1")).isEqualTo("10.0.0.1");
    }

    @Test
    void a_hop_may_name_its_port() {
        assertThat(asker("10.0.0.1", "X-Forwarded-For", "203.0.113.9:4711")).isEqualTo("203.0.113.9");
        assertThat(asker("10.0.0.1", "X-Forwarded-For", "[2001:db8::1]:4711")).isEqualTo("2001:db8::1");
        assertThat(asker("10.0.0.1", "X-Forwarded-For", "2001:db8::1")).isEqualTo("2001:db8::1");
    }

    @Test
    void of_scheme_and_host_the_nearest_proxys_word_counts() {
        Source source = source(
                ForwardedHeader.X_FORWARDED,
                "10.0.0.1",
                "X-Forwarded-Proto",
                "https, http",
                "X-Forwarded-Host",
                "evil.example, tandem.example.org");
        assertThat(source.https()).isFalse();
        assertThat(source.authority()).isEqualTo("tandem.example.org");
    }

    @Test
    void a_host_that_is_none_is_not_taken_over() {
        Source source = source(ForwardedHeader.X_FORWARDED, "10.0.0.1", "X-Forwarded-Host", "evil.example/<script>");
        assertThat(source.authority()).isEqualTo("inside:8080");
    }

    @Test
    void the_standard_header_is_read_where_it_is_the_one_the_proxies_write() {
        String standard =
                "for=1.1.1.1;proto=http, For=\"[2001:db8::1]:4711\";Proto=https;host=tandem.example.org;by=10.0.0.1";
        Source source =
                source(ForwardedHeader.FORWARDED, "10.0.0.1", "Forwarded", standard, "X-Forwarded-For", "127.0.0.1");
        assertThat(source).isEqualTo(new Source(address("2001:db8::1"), true, "tandem.example.org"));
        assertThat(asker("10.0.0.1", "Forwarded", standard)).isEqualTo("10.0.0.1");
    }
}
