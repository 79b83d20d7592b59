package io.tandem.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.journal.Written;
import io.tandem.platform.Actor;
import io.tandem.platform.Address;
import io.tandem.platform.Bus;
import io.tandem.platform.Call;
import io.tandem.platform.Json;
import io.tandem.platform.Problem;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Somebody in the {@link Office}. */
record Worker(Bus bus, Actor actor) {

    /** The answer of a change. */
    record Done<R>(R answer, long seq, boolean fresh) {

        UUID id() {
            return UUID.fromString(Json.parse(Json.encode(answer)).path("id").asText());
        }
    }

    UUID id() {
        return actor.id();
    }

    /** @param fields of the command, as a client sends them */
    <C, R> Done<R> writes(Address<C, Written<R>> address, Map<String, ?> fields) {
        return Office.await(starts(address, null, fields));
    }

    <C, R> Done<R> repeats(String operationId, Address<C, Written<R>> address, Map<String, ?> fields) {
        return Office.await(starts(address, operationId, fields));
    }

    <C, R> Future<Done<R>> starts(Address<C, Written<R>> address, String operationId, Map<String, ?> fields) {
        return bus.call(address, new Call<>(actor, operationId, command(address, fields)))
                .map(written -> new Done<>(written.answer(), written.seq(), written.fresh()));
    }

    private static <C> C command(Address<C, ?> address, Map<String, ?> fields) {
        return Json.bind(Json.parse(Json.encode(new HashMap<>(fields))), address.takes());
    }

    <C, R> R reads(Address<C, R> address, C command) {
        return Office.await(bus.call(address, new Call<>(actor, null, command)));
    }

    /** Why it was refused. */
    Problem isRefused(Address<?, ?> address, Map<String, ?> fields) {
        return isRefused(null, address, fields);
    }

    <C> Problem isRefused(String operationId, Address<C, ?> address, Map<String, ?> fields) {
        C command = command(address, fields);
        try {
            Object answer = bus.call(address, new Call<>(actor, operationId, command))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(60, TimeUnit.SECONDS);
            throw new AssertionError("Not refused: " + answer);
        } catch (java.util.concurrent.ExecutionException failure) {
            assertThat(failure.getCause()).isInstanceOf(Problem.class);
            return (Problem) failure.getCause();
        } catch (InterruptedException | java.util.concurrent.TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Task creates(UUID workspaceId, String title) {
        return writes(TaskAddresses.CREATE, Map.of("workspace_id", workspaceId, "title", title))
                .answer();
    }

    Task updates(UUID taskId, Map<String, ?> fields) {
        Map<String, Object> all = new HashMap<>(fields);
        all.put("task_id", taskId);
        return writes(TaskAddresses.UPDATE, all).answer();
    }

    Comment says(UUID taskId, String text, UUID... mentions) {
        Map<String, Object> said = Map.of("task_id", taskId, "text", text, "mentions", List.of(mentions));
        return writes(TaskAddresses.CREATE_COMMENT, said).answer();
    }

    Task looksAt(UUID taskId) {
        return reads(TaskAddresses.GET, new GetTask(taskId));
    }
}
