package io.tandem.faults;

import io.tandem.platform.Ids;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Thinks of what one person does next, in any of their logs, on tasks that others work on too. */
final class Chores {

    private static final int LONG_TEXT = 6_000;

    private final String who;
    private final Map<String, Board> boards;
    private final List<String> logs;
    private final Random random;
    private int made;

    Chores(String who, Map<String, Board> boards, Random random) {
        this.who = who;
        this.boards = boards;
        this.logs = List.copyOf(boards.keySet());
        this.random = random;
    }

    Command next() {
        String log = logs.get(random.nextInt(logs.size()));
        Board board = boards.get(log);
        UUID task = board.task(random);
        int chance = random.nextInt(100);
        if (task == null || chance < 25) return create(log, board);
        if (chance < 55) return update(log, task);
        if (chance < 70) return move(log, board, task);
        if (chance < 80) return assign(log, board, task);
        if (chance < 87) return plain("task.complete", log, task);
        if (chance < 91) return plain("task.reopen", log, task);
        if (chance < 96) return comment(log, task);
        board.forgets(task);
        return plain("task.delete", log, task);
    }

    private Command create(String log, Board board) {
        UUID task = Ids.next();
        Map<String, Object> data = new HashMap<>(Map.of("id", task, "title", title()));
        UUID column = board.column(random);
        if (column != null && random.nextBoolean()) data.put("column_id", column);
        return command("task.create", log, task, data);
    }

    /** Now and then much text, so that somebody who does not read falls behind. */
    private Command update(String log, UUID task) {
        Map<String, Object> data = new HashMap<>(Map.of("task_id", task, "title", title()));
        if (random.nextInt(10) == 0) data.put("description", "Caulk and tar. ".repeat(random.nextInt(LONG_TEXT / 15)));
        return command("task.update", log, task, data);
    }

    private Command move(String log, Board board, UUID task) {
        Map<String, Object> data = new HashMap<>(Map.of("task_id", task));
        data.put("column_id", board.column(random));
        return command("task.move", log, task, data);
    }

    private Command assign(String log, Board board, UUID task) {
        UUID member = board.member(random);
        Map<String, Object> data = new HashMap<>(Map.of("task_id", task));
        if (member == null) return plain("task.complete", log, task);
        data.put("assigned_to", random.nextInt(4) == 0 ? null : member);
        return command("task.assign", log, task, data);
    }

    private Command comment(String log, UUID task) {
        Map<String, Object> data = Map.of("task_id", task, "id", Ids.next(), "text", title());
        return command("comment.create", log, task, data);
    }

    private static Command plain(String type, String log, UUID task) {
        return command(type, log, task, Map.of("task_id", task));
    }

    private static Command command(String type, String log, UUID task, Map<String, Object> data) {
        return new Command(type, Ids.next().toString(), log, task, data);
    }

    private String title() {
        return who + "'s change " + ++made;
    }

    /** What was answered well is known to everybody. */
    void done(Command command) {
        if (command.type().equals("task.create")) boards.get(command.log()).knows(command.task());
    }

    /** Somebody deleted it, or it never came to be. */
    void gone(Command command, @Nullable String code) {
        if ("not_found".equals(code)) boards.get(command.log()).forgets(command.task());
    }
}
