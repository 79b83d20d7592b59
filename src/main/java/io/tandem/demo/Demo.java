package io.tandem.demo;

import io.tandem.accounts.AccountAddresses;
import io.tandem.accounts.Register;
import io.tandem.accounts.User;
import io.tandem.journal.Written;
import io.tandem.platform.Actor;
import io.tandem.platform.Address;
import io.tandem.platform.Bus;
import io.tandem.platform.Call;
import io.tandem.platform.Ids;
import io.tandem.platform.Json;
import io.tandem.platform.Problem;
import io.tandem.snapshots.ReadSnapshot;
import io.tandem.snapshots.SnapshotAddresses;
import io.tandem.snapshots.WorkspaceSnapshot;
import io.tandem.tasks.CreateComment;
import io.tandem.tasks.CreateLabel;
import io.tandem.tasks.CreateTask;
import io.tandem.tasks.TaskAddresses;
import io.tandem.workspaces.CreateInvite;
import io.tandem.workspaces.CreateWorkspace;
import io.tandem.workspaces.JoinWorkspace;
import io.tandem.workspaces.WorkspaceAddresses;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Loads the demo through the same commands that people use. Runs once: later starts find its people and leave them be. */
public final class Demo {

    private final Bus bus;
    private final DemoContent content = DemoContent.read();

    private Demo(Bus bus) {
        this.bus = bus;
    }

    /** What to tell the person who started it. */
    public record Told(List<String> emails, String password) {
        public String in(String url) {
            return "The demo is in: sign in at " + url + " as " + String.join(", ", emails) + " with the password "
                    + password;
        }
    }

    /** Empty where registration is closed. Where the demo's people are there already, nothing is added. */
    public static Future<Optional<Told>> load(Bus bus) {
        return new Demo(bus).load();
    }

    private Future<Optional<Told>> load() {
        return inTurn(content.people(), this::register)
                .compose(this::fill)
                .map(done -> Optional.of(told()))
                .recover(failure ->
                        isThere(failure) ? Future.succeededFuture(Optional.empty()) : Future.failedFuture(failure));
    }

    private static boolean isThere(Throwable failure) {
        return failure instanceof Problem problem
                && List.of("email_taken", "registration_closed").contains(problem.code());
    }

    private Told told() {
        return new Told(
                content.people().stream().map(DemoContent.Somebody::email).toList(), content.password());
    }

    private Future<User> register(DemoContent.Somebody somebody) {
        Register register = new Register(somebody.email(), content.password(), somebody.name());
        return bus.ask(AccountAddresses.REGISTER, register).map(signedIn -> signedIn.user());
    }

    private Future<Void> fill(List<User> people) {
        Actor owner = actor(people.getFirst());
        return write(owner, WorkspaceAddresses.CREATE, CreateWorkspace.class, content.workspace())
                .map(workspace -> workspace.id())
                .compose(workspace -> invite(owner, workspace, people)
                        .compose(done -> inTurn(content.labels(), label -> label(owner, workspace, label)))
                        .compose(done -> snapshot(owner, workspace))
                        .compose(snapshot -> addTasks(people, snapshot)));
    }

    private static Actor actor(User user) {
        return new Actor(user.id(), user.name(), Ids.next());
    }

    private Future<List<UUID>> invite(Actor owner, UUID workspace, List<User> people) {
        Map<String, Object> invite = Map.of("workspace_id", workspace, "role", "admin", "max_uses", people.size() - 1);
        return write(owner, WorkspaceAddresses.CREATE_INVITE, CreateInvite.class, invite)
                .compose(link -> inTurn(people.subList(1, people.size()), guest -> {
                    Map<String, Object> join = Map.of("invite_token", String.valueOf(link.inviteToken()));
                    return write(actor(guest), WorkspaceAddresses.JOIN, JoinWorkspace.class, join)
                            .map(joined -> workspace);
                }));
    }

    private Future<UUID> label(Actor owner, UUID workspace, DemoContent.Label label) {
        Map<String, Object> create = Map.of("workspace_id", workspace, "name", label.name(), "color", label.color());
        return write(owner, TaskAddresses.CREATE_LABEL, CreateLabel.class, create)
                .map(created -> created.id());
    }

    private Future<WorkspaceSnapshot> snapshot(Actor owner, UUID workspace) {
        return bus.call(SnapshotAddresses.WORKSPACE, new Call<>(owner, null, new ReadSnapshot(workspace)));
    }

    private Future<Void> addTasks(List<User> people, WorkspaceSnapshot snapshot) {
        DemoTasks tasks = new DemoTasks(snapshot);
        return inTurn(content.tasks(), task -> {
                    User author = people.get(Math.floorMod(task.title().hashCode(), people.size()));
                    return write(actor(author), TaskAddresses.CREATE, CreateTask.class, tasks.inWorkspace(task))
                            .compose(made -> talk(people, tasks, task, made.id()));
                })
                .compose(done -> inTurn(
                        content.personal(),
                        task -> write(
                                actor(people.getFirst()),
                                TaskAddresses.CREATE,
                                CreateTask.class,
                                tasks.personal(task))))
                .mapEmpty();
    }

    private Future<UUID> talk(List<User> people, DemoTasks tasks, DemoContent.Task task, UUID id) {
        List<DemoContent.Comment> comments = task.comments() == null ? List.of() : task.comments();
        return inTurn(
                        comments,
                        comment -> write(
                                actor(called(people, comment.by())),
                                TaskAddresses.CREATE_COMMENT,
                                CreateComment.class,
                                tasks.comment(id, comment)))
                .map(id);
    }

    private static User called(List<User> people, String email) {
        return people.stream()
                .filter(person -> person.email().equals(email))
                .findFirst()
                .orElseThrow();
    }

    private <C, R> Future<R> write(Actor actor, Address<C, Written<R>> address, Class<C> type, Object fields) {
        C command = Json.decode(Json.encode(fields), type);
        return bus.call(address, new Call<>(actor, null, command)).map(Written::answer);
    }

    /** One after another, so that lists come out in the order they stand in. */
    private static <A, B> Future<List<B>> inTurn(List<A> all, Function<A, Future<B>> step) {
        Future<List<B>> done = Future.succeededFuture(new ArrayList<>());
        for (A one : all) {
            done = done.compose(before -> step.apply(one).map(next -> {
                before.add(next);
                return before;
            }));
        }
        return done;
    }
}
