package io.tandem.workspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.platform.Cursor;
import io.tandem.platform.Page;
import io.tandem.platform.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decisions of workspaces, without a database. */
class RulesTest {

    @ParameterizedTest
    @CsvSource({
        "READ,             true,  true,  true,  true",
        "WRITE_TASKS,      false, true,  true,  true",
        "WRITE_LABELS,     false, true,  true,  true",
        "CHANGE_COLUMNS,   false, false, true,  true",
        "CHANGE_WORKSPACE, false, false, true,  true",
        "INVITE,           false, false, true,  true",
        "CHANGE_MEMBERS,   false, false, true,  true",
        "TRANSFER,         false, false, false, true",
        "DELETE_WORKSPACE, false, false, false, true",
    })
    void each_role_may_what_the_table_says(
            Capability capability, boolean viewer, boolean member, boolean admin, boolean owner) {
        assertThat(Role.VIEWER.may(capability)).isEqualTo(viewer);
        assertThat(Role.MEMBER.may(capability)).isEqualTo(member);
        assertThat(Role.ADMIN.may(capability)).isEqualTo(admin);
        assertThat(Role.OWNER.may(capability)).isEqualTo(owner);
    }

    @ParameterizedTest
    @CsvSource({
        "ADMIN, MEMBER, ADMIN,  ok",
        "ADMIN, ADMIN,  VIEWER, ok",
        "ADMIN, MEMBER, OWNER,  forbidden",
        "ADMIN, OWNER,  MEMBER, forbidden",
        "ADMIN, OWNER,  OWNER,  forbidden",
        "OWNER, ADMIN,  MEMBER, ok",
        "OWNER, ADMIN,  OWNER,  validation_failed",
        "OWNER, OWNER,  ADMIN,  last_owner",
        "OWNER, OWNER,  OWNER,  ok",
    })
    void nobody_grants_or_acts_above_their_own_role(Role acting, Role present, Role wanted, String outcome) {
        expect(() -> MemberRules.checkChange(acting, present, wanted), outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "ADMIN, VIEWER, ok",
        "ADMIN, ADMIN,  ok",
        "ADMIN, OWNER,  forbidden",
        "OWNER, ADMIN,  ok",
        "OWNER, OWNER,  last_owner",
    })
    void nobody_removes_somebody_above_or_the_owner(Role acting, Role present, String outcome) {
        expect(() -> MemberRules.checkRemoval(acting, present), outcome);
    }

    private static void expect(ThrowingCallable check, String outcome) {
        if (outcome.equals("ok")) assertThatCode(check).doesNotThrowAnyException();
        else
            assertThatThrownBy(check).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                    .isEqualTo(outcome));
    }

    @ParameterizedTest
    @CsvSource({
        "example.org, ada@example.org,      true",
        "example.org, ada@EXAMPLE.Org,      true",
        "example.org, ada@sub.example.org,  false",
        "example.org, ada@badexample.org,   false",
        "example.org, example.org@evil.net, false",
    })
    void a_domain_covers_exactly_its_own_addresses(String domain, String email, boolean covered) {
        assertThat(EmailDomain.covers(domain, email)).isEqualTo(covered);
    }

    @Test
    void a_domain_is_kept_in_lower_case_and_checked() {
        CreateInvite invite = new CreateInvite(UUID.randomUUID(), null, null, null, "Example.ORG", null);
        assertThat(invite.emailDomain()).isEqualTo("example.org");
        assertThat(invite.grants()).isEqualTo(Role.MEMBER);
        assertThatThrownBy(() -> new CreateInvite(UUID.randomUUID(), null, 0, 0, "no domain", null))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.errors())
                        .extracting(Problem.Fault::pointer)
                        .containsExactly("/expires_in_hours", "/max_uses", "/email_domain"));
    }

    @Test
    void a_cursor_comes_back_as_it_went() {
        UUID id = UUID.randomUUID();
        Instant time = Instant.parse("2026-07-01T08:00:00.123Z");
        Cursor cursor = Cursor.parse(Cursor.of(time, id).text());
        assertThat(cursor).isNotNull();
        assertThat(cursor.time(0)).isEqualTo(time);
        assertThat(cursor.id(1)).isEqualTo(id);
    }

    @Test
    void what_is_no_cursor_is_refused() {
        for (String text :
                List.of("%%%", "abc", Cursor.of("x").text(), Cursor.of().text())) {
            assertThatThrownBy(() -> {
                        Cursor cursor = Cursor.parse(text);
                        if (cursor != null) cursor.id(0);
                    })
                    .isInstanceOf(Problem.class);
        }
    }

    @Test
    void a_page_ends_with_a_cursor_only_where_the_list_goes_on() {
        List<Integer> found = IntStream.range(0, 4).boxed().toList();
        assertThat(Page.of(found, 3, Cursor::of).items()).containsExactly(0, 1, 2);
        assertThat(Page.of(found, 3, Cursor::of).nextCursor())
                .isEqualTo(Cursor.of(2).text());
        assertThat(Page.of(found, 4, Cursor::of).nextCursor()).isNull();
    }

    @Test
    void columns_start_with_to_do_in_progress_and_done() {
        List<Column> first = ColumnOrder.first();
        assertThat(first).extracting(Column::name).containsExactly("To do", "In progress", "Done");
        assertThat(first).extracting(Column::done).containsExactly(false, false, true);
        assertThat(first).extracting(Column::rank).isSorted();
    }

    @Test
    void a_column_finds_its_place_between_two_others() {
        ColumnOrder order = new ColumnOrder(ColumnOrder.first());
        List<Column> columns = order.columns();
        String second = order.rankAfter(columns.getFirst().id());
        assertThat(second)
                .isGreaterThan(columns.get(0).rank())
                .isLessThan(columns.get(1).rank());
        assertThat(order.rankBefore(columns.getFirst().id()))
                .isLessThan(columns.getFirst().rank());
        assertThat(order.rankAfter(null)).isGreaterThan(columns.getLast().rank());
    }

    @Test
    void a_move_to_where_it_stands_is_none() {
        ColumnOrder order = new ColumnOrder(ColumnOrder.first());
        UUID first = order.columns().get(0).id();
        UUID second = order.columns().get(1).id();
        UUID third = order.columns().get(2).id();
        assertThat(order.stands(second, null, first)).isTrue();
        assertThat(order.stands(second, third, null)).isTrue();
        assertThat(order.stands(second, first, null)).isFalse();
        assertThat(order.stands(second, second, null)).isTrue();
    }
}
