package io.tandem.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RankTest {

    private static final int CARDS = 10_000;

    @Test
    void a_rank_stands_between_its_neighbours_wherever_it_is_put() {
        Random random = new Random(7);
        List<String> list = new ArrayList<>(List.of(Rank.between(null, null)));
        for (int i = 0; i < CARDS; i++) {
            int index = random.nextInt(list.size() + 1);
            String before = index == 0 ? null : list.get(index - 1);
            String after = index == list.size() ? null : list.get(index);
            list.add(index, Rank.between(before, after));
        }
        assertThat(list).isSorted().doesNotHaveDuplicates();
        assertThat(list).allMatch(rank -> rank.length() <= 100);
    }

    @Test
    void ten_thousand_appends_stay_short() {
        List<String> list = new ArrayList<>(List.of(Rank.between(null, null)));
        for (int i = 0; i < CARDS; i++) list.add(Rank.between(list.getLast(), null));
        assertThat(list).isSorted().doesNotHaveDuplicates().allMatch(rank -> rank.length() <= 6);
    }

    @Test
    void a_list_whose_end_is_reached_goes_on() {
        String last = "zzzzzz";
        String first = "000001";
        for (int i = 0; i < CARDS; i++) {
            String next = Rank.between(last, null);
            String previous = Rank.between(null, first);
            assertThat(next).isGreaterThan(last);
            assertThat(previous).isLessThan(first);
            last = next;
            first = previous;
        }
        assertThat(last).hasSize(12);
        assertThat(first).hasSize(12);
    }

    @Test
    void ten_thousand_cards_at_the_same_place_stay_below_a_hundred_characters() {
        String fixed = Rank.between(null, null);
        String end = Rank.between(fixed, null);
        assertThat(sameplace(fixed, end, true)).isLessThan(100);
        assertThat(sameplace(fixed, end, false)).isLessThan(100);
    }

    private static int sameplace(String before, String after, boolean alwaysAfterTheFirst) {
        String low = before;
        String high = after;
        for (int i = 0; i < CARDS; i++) {
            String rank = Rank.between(low, high);
            assertThat(rank).isGreaterThan(low).isLessThan(high);
            if (alwaysAfterTheFirst) high = rank;
            else low = rank;
        }
        return alwaysAfterTheFirst ? high.length() : low.length();
    }

    @Test
    void people_who_aim_at_the_same_place_get_places_of_their_own() {
        String before = Rank.between(null, null);
        String after = Rank.between(before, null);
        Set<String> ranks = new HashSet<>();
        for (int i = 0; i < 100; i++) ranks.add(Rank.between(before, after));
        assertThat(ranks).hasSizeGreaterThan(95);
    }

    @Test
    void neighbours_in_the_wrong_order_are_refused() {
        assertThatThrownBy(() -> Rank.between("b", "a")).isInstanceOf(IllegalArgumentException.class);
    }
}
