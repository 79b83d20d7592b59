package io.tandem.journal;

import io.tandem.journal.Entries.Done;
import io.tandem.journal.Entries.Numbered;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What {@link JournalStore} writes, column by column. */
final class JournalTuple {

    private JournalTuple() {}

    static Tuple of(Entries entries) {
        Tuple values = Tuple.tuple()
                .addArrayOfUUID(column(entries.logs(), Log::id, UUID[]::new))
                .addArrayOfLong(column(entries.logs(), entries::eventsOf, Long[]::new))
                .addOffsetDateTime(entries.at().atOffset(ZoneOffset.UTC));
        addEvents(values, entries.events());
        addOperations(values, entries.operations());
        return values;
    }

    private static void addEvents(Tuple values, List<Numbered> events) {
        values.addArrayOfUUID(column(events, event -> event.draft().log().id(), UUID[]::new))
                .addArrayOfLong(column(events, Numbered::place, Long[]::new))
                .addArrayOfString(column(events, event -> event.draft().type(), String[]::new))
                .addArrayOfUUID(column(events, event -> event.actor().id(), UUID[]::new))
                .addArrayOfString(column(events, event -> event.actor().name(), String[]::new))
                .addArrayOfString(column(events, Numbered::operationId, String[]::new))
                .addArrayOfString(column(events, Numbered::data, String[]::new))
                .addArrayOfString(column(events, Numbered::changes, String[]::new))
                .addArrayOfUUID(column(events, event -> event.draft().subjectId(), UUID[]::new));
    }

    private static void addOperations(Tuple values, List<Done> operations) {
        values.addArrayOfUUID(column(operations, done -> done.actor().id(), UUID[]::new))
                .addArrayOfString(column(operations, done -> done.operation().id(), String[]::new))
                .addArrayOfBuffer(column(operations, done -> done.operation().fingerprint(), Buffer[]::new))
                .addArrayOfUUID(column(operations, done -> done.log().id(), UUID[]::new))
                .addArrayOfLong(column(operations, Done::place, Long[]::new))
                .addArrayOfString(column(operations, Done::answer, String[]::new));
    }

    private static <E, T> @Nullable T[] column(
            List<E> rows, Function<E, @Nullable T> value, IntFunction<@Nullable T[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
