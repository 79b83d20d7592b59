package io.tandem.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    private static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,    10.255.1.2,       true",
        "10.0.0.0/8,    11.0.0.1,         false",
        "10.0.0.7,      10.0.0.7,         true",
        "10.0.0.7,      10.0.0.8,         false",
        "10.0.0.0/8,    ::ffff:10.1.1.1,  true",
        "0.0.0.0/0,     203.0.113.9,      true",
        "0.0.0.0/0,     2001:db8::1,      false",
        "::/0,          203.0.113.9,      true",
        "2001:db8::/32, 2001:db8:5::1,    true",
        "2001:db8::/32, 2001:db9::1,      false",
        "2001:db8::/65, 2001:db8::8000:0:0:0, false",
        "::1,           ::1,              true",
        "172.16.0.0/12, 172.31.255.255,   true",
        "172.16.0.0/12, 172.32.0.0,       false"
    })
    void a_block_has_what_begins_as_it_does(String range, String address, boolean within) {
        assertThat(AddressRange.parse(range).contains(address(address))).isEqualTo(within);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "10.0.0", "10.0.0.0/33", "::/129", "10.0.0.0/-1", "10.0.0.0/", "10.0.0.0/8/8"})
    void what_is_no_address_is_no_range(String text) {
        assertThat(AddressRange.isRange(text)).isFalse();
    }

    @Test
    void an_address_is_shown_as_people_write_it() {
        assertThat(address("::ffff:192.0.2.1")).hasToString("192.0.2.1");
        assertThat(address("2001:db8::1")).hasToString("2001:db8::1");
    }

    @Test
    void a_customer_has_one_address_of_ipv4_and_a_64_of_ipv6() {
        assertThat(address("192.0.2.1").network()).isEqualTo(address("192.0.2.1"));
        assertThat(address("2001:db8::1").network())
                .isEqualTo(address("2001:db8::ffff:1").network())
                .isNotEqualTo(address("2001:db8:0:1::1").network());
    }
}
