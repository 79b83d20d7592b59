package io.tandem.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

    private static Vertx vertx;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() throws Exception {
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    @Test
    void without_anything_set_the_defaults_hold() throws Exception {
        var settings = load(Map.of());
        assertThat(settings.http()).isEqualTo(http(8080, "0.0.0.0"));
        assertThat(settings.database().uri()).isEmpty();
        assertThat(settings.publicUrl()).isEmpty();
        assertThat(settings.limits().messagesPerMinute()).isEqualTo(100);
        assertThat(settings.node().id()).isNotEmpty();
    }

    private static Settings.Http http(int port, String host) {
        return new Settings.Http(port, host, List.of(), Settings.ForwardedHeader.X_FORWARDED, List.of());
    }

    @Test
    void proxies_are_named_by_address_or_block() throws Exception {
        var settings = load(Map.of("TANDEM_HTTP_TRUSTED_PROXIES", "127.0.0.1, 10.0.0.0/8,::1"));
        assertThat(settings.http().trustedProxies()).hasSize(3);
        assertThatThrownBy(() -> load(Map.of("TANDEM_HTTP_TRUSTED_PROXIES", "balancer, 10.0.0.0/40")))
                .hasMessageContaining("http.trusted_proxies");
    }

    @Test
    void who_still_has_the_old_name_of_the_origins_is_told_the_new_one() {
        assertThatThrownBy(() -> load(Map.of("TANDEM_LIVE_ALLOWED_ORIGINS", "https://a.example")))
                .hasMessageContaining("the nearest is TANDEM_HTTP_ALLOWED_ORIGINS");
    }

    @Test
    void a_variable_beats_the_file_which_beats_the_default() throws Exception {
        var file = file("http:\n  port: 9001\n  host: 127.0.0.1\n");
        var settings = load(file, Map.of("TANDEM_HTTP_PORT", "0"));
        assertThat(settings.http()).isEqualTo(http(0, "127.0.0.1"));
    }

    @Test
    void dotted_keys_and_lists_are_understood() throws Exception {
        var file = file("http.port: 9001\nhttp.allowed_origins: [https://a.example, https://b.example]\n");
        var settings = load(
                file,
                Map.of("TANDEM_REDIS_URI", "redis://one:6379, redis://two:6379", "TANDEM_REDIS_MODE", "sentinel"));
        assertThat(settings.http().port()).isEqualTo(9001);
        assertThat(settings.http().allowedOrigins()).containsExactly("https://a.example", "https://b.example");
        assertThat(settings.redis().uris()).containsExactly("redis://one:6379", "redis://two:6379");
    }

    @Test
    void the_environment_brings_its_own_file() throws Exception {
        var settings = load(Map.of("TANDEM_ENV", "production"));
        assertThat(settings.log().format()).isEqualTo(Settings.LogFormat.JSON);
        Files.writeString(folder.resolve("tandem-production.yaml"), "http:\n  port: 9002\n");
        var besides = load(file("http:\n  port: 9001\n"), Map.of("TANDEM_ENV", "production"));
        assertThat(besides.http().port()).isEqualTo(9002);
    }

    @Test
    void a_limit_of_zero_is_no_limit() throws Exception {
        var settings = load(Map.of("TANDEM_LIMITS_MESSAGES_PER_MINUTE", "0"));
        assertThat(settings.limits().messagesPerMinute()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void an_empty_variable_and_those_of_kubernetes_count_as_not_set() throws Exception {
        var settings = load(Map.of(
                "TANDEM_HTTP_PORT", "",
                "TANDEM_SERVICE_HOST", "10.0.0.7",
                "TANDEM_PORT", "tcp://10.0.0.7:8080",
                "TANDEM_PORT_8080_TCP_ADDR", "10.0.0.7",
                "TANDEM_TEST_PG_URI", "postgresql://…"));
        assertThat(settings.http().port()).isEqualTo(8080);
    }

    @Test
    void the_public_address_loses_its_last_slash() throws Exception {
        var settings = load(Map.of("TANDEM_PUBLIC_URL", "https://tandem.example.org/"));
        assertThat(settings.publicUrl()).contains(URI.create("https://tandem.example.org"));
    }

    @Test
    void a_wrong_value_is_named_with_its_origin_and_what_is_allowed() {
        assertThatThrownBy(() -> load(Map.of("TANDEM_HTTP_PORT", "eighty")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("http.port = \"eighty\"  (environment variable TANDEM_HTTP_PORT)")
                .hasMessageContaining("allowed: a whole number from 0 to 65535");
    }

    @Test
    void all_wrong_values_are_named_at_once() {
        var file = file("http:\n  port: 70000\nlog:\n  format: xml\nregistration:\n  open: maybe\n");
        assertThatThrownBy(() -> load(file, Map.of()))
                .hasMessageContaining("http.port = \"70000\"  (" + file.orElseThrow() + ")")
                .hasMessageContaining("allowed: text or json")
                .hasMessageContaining("allowed: true or false");
    }

    @Test
    void an_unknown_key_stops_the_start_and_names_the_nearest() {
        var file = file("htp:\n  port: 9001\n");
        assertThatThrownBy(() -> load(file, Map.of("TANDEM_LIMITS_MESAGE_BYTES", "1")))
                .hasMessageContaining("htp.port")
                .hasMessageContaining("the nearest is http.port")
                .hasMessageContaining("the nearest is TANDEM_LIMITS_MESSAGE_BYTES");
    }

    @Test
    void secrets_stay_out_of_messages_and_logs() throws Exception {
        assertThatThrownBy(() -> load(Map.of(
                        "TANDEM_AUTH_JWT_SECRET", "hunter2",
                        "TANDEM_AUTH_JWT_SECRT", "hunter2",
                        "TANDEM_DATABASE_URI", "postgresq://ada:hunter2@db/tandem",
                        "TANDEM_REDIS_URI", "redi://:hunter2@a,redis://:hunter2@b")))
                .hasMessageContaining("auth.jwt_secret = *** (7 characters)")
                .hasMessageContaining("***@db/tandem")
                .hasMessageNotContaining("hunter2");
        var settings = load(Map.of("TANDEM_DATABASE_URI", "postgresql://ada:hunter2@db/tandem"));
        assertThat(settings.toString()).doesNotContain("hunter2");
    }

    @Test
    void an_address_of_redis_that_nobody_can_read_stops_the_start() {
        for (String address :
                List.of("redis://my_redis:6379", "redis://:hunter2#@redis", "redis://redis/one", "redis:x"))
            assertThatThrownBy(() -> load(Map.of("TANDEM_REDIS_URI", address)))
                    .as(address)
                    .hasMessageContaining("special characters percent-encoded")
                    .hasMessageNotContaining("hunter2");
    }

    @Test
    void heartbeats_rarer_than_the_timeout_are_refused() {
        assertThatThrownBy(() -> load(Map.of("TANDEM_LIVE_HEARTBEAT_SECONDS", "90")))
                .hasMessageContaining("limits.heartbeat_timeout_seconds = \"60\"")
                .hasMessageContaining("more seconds than live.heartbeat_seconds (90)");
    }

    @Test
    void one_port_cannot_serve_metrics_and_everything_else() {
        assertThatThrownBy(() -> load(Map.of("TANDEM_METRICS_PORT", "8080")))
                .hasMessageContaining("metrics.port = \"8080\"")
                .hasMessageContaining("another port than http.port");
    }

    @Test
    void an_unknown_environment_a_missing_file_and_broken_yaml_are_told_apart() {
        assertThatThrownBy(() -> load(Map.of("TANDEM_ENV", "prod"))).hasMessageContaining("dev, staging or production");
        assertThatThrownBy(() -> load(Optional.of(folder.resolve("none.yaml")), Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> load(file("http: [\n"), Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is not readable YAML");
    }

    private Settings load(Map<String, String> environment) throws Exception {
        return load(Optional.empty(), environment);
    }

    private Settings load(Optional<Path> file, Map<String, String> environment) throws Exception {
        return Configuration.load(vertx, file, environment).await(10, TimeUnit.SECONDS);
    }

    private Optional<Path> file(String yaml) {
        try {
            return Optional.of(Files.writeString(folder.resolve("mine.yaml"), yaml));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
