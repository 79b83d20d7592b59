package io.tandem.demo;

import io.tandem.platform.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What {@code demo.json} says. The first person owns the workspace; {@code password} is everybody's. */
record DemoContent(
        String password,
        Workspace workspace,
        List<Somebody> people,
        List<Label> labels,
        List<Task> tasks,
        List<Task> personal) {

    record Workspace(String name, String description) {}

    record Somebody(String name, String email) {}

    record Label(String name, String color) {}

    /** {@code column} counts the workspace's default columns from 0; a personal task has none. */
    record Task(
            @Nullable Integer column,
            String title,
            @Nullable String description,
            @Nullable String assignedTo,
            @Nullable List<String> labels,
            @Nullable String priority,
            @Nullable Integer dueInDays,
            @Nullable List<Item> checklist,
            @Nullable List<Comment> comments) {}

    /** Who says what by e-mail address, and who is mentioned. */
    record Comment(String by, String text, @Nullable List<String> mentions) {}

    record Item(String text, boolean done) {}

    static DemoContent read() {
        try (InputStream file = DemoContent.class.getResourceAsStream("/demo.json")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return Json.decode(text, DemoContent.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
