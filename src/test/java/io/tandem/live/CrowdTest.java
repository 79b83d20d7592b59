package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.platform.Json;
import io.tandem.presence.Gone;
import io.tandem.presence.Person;
import io.tandem.presence.PresenceAddresses.Told;
import io.tandem.presence.PresenceAddresses.Whole;
import io.tandem.presence.Status;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrowdTest {

    private static final UUID WORKSPACE = new UUID(0, 7);
    private static final UUID TASK = new UUID(0, 8);

    private final Crowd crowd = new Crowd(WORKSPACE);

    private static Person person(int number, Status status, UUID... viewing) {
        return new Person(new UUID(1, number), "Person " + number, status, List.of(viewing), Instant.EPOCH);
    }

    private static Gone gone(int number) {
        return new Gone(new UUID(1, number), Instant.EPOCH);
    }

    private List<String> told(long version, List<Person> people, List<Gone> left) {
        return crowd.apply(new Told(WORKSPACE, version, people, left)).stream()
                .map(frame -> Json.parse(frame.text()).path("type").asText())
                .toList();
    }

    @BeforeEach
    void one() {
        crowd.is(new Whole(4, List.of(person(1, Status.AVAILABLE))));
    }

    @Test
    void few_differences_are_told_one_by_one_as_what_they_are() {
        assertThat(told(5, List.of(person(2, Status.AVAILABLE)), List.of())).containsExactly("presence.user_joined");
        assertThat(told(6, List.of(person(2, Status.AVAILABLE, TASK)), List.of()))
                .containsExactly("viewing");
        assertThat(told(7, List.of(person(2, Status.AWAY, TASK)), List.of())).containsExactly("presence.update");
        assertThat(told(8, List.of(person(3, Status.AWAY)), List.of(gone(2))))
                .containsExactly("presence.user_joined", "presence.user_left");
        assertThat(told(9, List.of(), List.of(gone(2)))).isEmpty();
    }

    @Test
    void many_differences_are_one_message() {
        List<Person> people = IntStream.range(10, 50)
                .mapToObj(number -> person(number, Status.AVAILABLE))
                .toList();
        assertThat(told(5, people, List.of(gone(1)))).containsExactly("presence.update");
        assertThat(Json.parse(crowd.json())).hasSize(40);
        assertThat(Json.parse(crowd.whole().text()).path("data").path("people")).hasSize(40);
    }

    @Test
    void a_number_that_is_missing_shows() {
        assertThat(crowd.isOld(new Told(WORKSPACE, 4, List.of(), List.of()))).isTrue();
        assertThat(crowd.isNext(new Told(WORKSPACE, 5, List.of(), List.of()))).isTrue();
        assertThat(crowd.isNext(new Told(WORKSPACE, 6, List.of(), List.of()))).isFalse();
    }
}
