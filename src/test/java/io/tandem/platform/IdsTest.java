package io.tandem.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    /** As text, which is how PostgreSQL and clients order them; Java compares the halves as signed numbers. */
    @Test
    void an_id_sorts_behind_the_one_made_before_it() {
        List<String> ids =
                Stream.generate(Ids::next).limit(10_000).map(UUID::toString).toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }
}
