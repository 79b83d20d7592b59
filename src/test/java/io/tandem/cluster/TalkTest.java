package io.tandem.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.TestRedis;
import io.tandem.testing.WithDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ada talks on the one instance and Grace on the other. */
@WithDatabase
class TalkTest {

    @Test
    void what_is_said_on_one_instance_is_heard_on_the_other(TestDatabase database) {
        try (TestRedis redis = TestRedis.start();
                Town town = new Town(database, Map.of("redis.uri", redis.uri())).meet()) {
            Person grace = town.one.register("Grace");
            town.ada.invites(grace, town.workspace, "member");
            String task = town.create("Paint the fence").path("id").asText();
            LiveClient here = town.ada.opens(town.workspace);
            LiveClient there = grace.at(town.two).opens(town.workspace);

            here.command(
                    "comment.create",
                    "say",
                    null,
                    Map.of("task_id", task, "text", "@Grace?", "mentions", List.of(grace.id())));
            JsonNode comment = here.next("ack").path("data");
            JsonNode heard = there.next("comment.created");
            assertThat(heard.path("data")).isEqualTo(comment);
            assertThat(heard.at("/data/mentions/0").asText())
                    .isEqualTo(grace.id().toString());

            there.command("comment.create", "answer", null, Map.of("task_id", task, "text", "Here"));
            assertThat(here.next("comment.created").path("data"))
                    .isEqualTo(there.next("ack").path("data"));
            String id = comment.path("id").asText();
            there.command("comment.update", "twist", null, Map.of("comment_id", id, "text", "No"));
            assertThat(there.next("error").path("code").asText()).isEqualTo("forbidden");
            here.command("comment.update", "edit", null, Map.of("comment_id", id, "text", "Grace?"));
            assertThat(there.next("comment.updated").at("/changes/text/from").asText())
                    .isEqualTo("@Grace?");
            here.next("ack");
            here.command("comment.delete", "drop", null, Map.of("comment_id", id));
            assertThat(there.next("comment.deleted").at("/data/task_id").asText())
                    .isEqualTo(task);
        }
    }
}
