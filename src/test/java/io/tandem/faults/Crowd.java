package io.tandem.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.faults.LiveWorker.Habits;
import io.tandem.testing.Person;
import io.tandem.testing.Replica;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The people of a round, their workspaces and their clients. */
final class Crowd {

    private static final Duration SNAPSHOT_PATIENCE = Duration.ofSeconds(20);

    /** Longer than anybody's connection is slow. */
    private static final Duration NARROW_SILENCE = Duration.ofSeconds(15);

    /**
     * @param silence after which clients give up on a silent server
     * @param thinkMs on average between two commands of one client
     * @param calm between two faults
     */
    record Size(int people, int workspaces, int thinkMs, Duration silence, Duration calm) {}

    private final URI narrow;
    private final Size size;
    private final Shift shift = new Shift();
    private final Canon canon = new Canon();
    private final Random random;
    private final List<Person> people = new ArrayList<>();
    private final Map<String, Board> boards = new LinkedHashMap<>();
    private final Map<UUID, Board> own = new HashMap<>();
    private final List<LiveWorker> live = new ArrayList<>();
    private final List<Worker> all = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /**
     * Each person has a client for everything, one for a single workspace, a slow one that listens, and one over REST.
     *
     * @param narrow where slow clients reach the server
     */
    Crowd(URI server, URI narrow, Size size, Random random) {
        this.narrow = narrow;
        this.size = size;
        this.random = random;
        for (String name : List.of("Ada", "Grace", "Alan", "Edsger").subList(0, size.people()))
            people.add(Person.register(server, name));
        for (int i = 0; i < size.workspaces(); i++) openWorkspace("Harbour " + i);
        for (Person person : people)
            own.put(person.id(), new Board(person.get("/api/me/snapshot").expect(200)));
        for (int i = 0; i < people.size(); i++) join(people.get(i), i);
        all.addAll(live);
        for (Person person : people) all.add(rest(person));
    }

    /** The log of somebody's own. */
    static String own(Person person) {
        return person.id().toString();
    }

    private void openWorkspace(String name) {
        UUID workspace = people.getFirst().createWorkspace(name);
        people.stream().skip(1).forEach(guest -> people.getFirst().invites(guest, workspace, "member"));
        boards.put(workspace.toString(), new Board(people.getFirst().snapshot(workspace)));
    }

    private void join(Person person, int number) {
        Person hurried = person.within(size.silence());
        Habits busy = new Habits(size.thinkMs(), size.silence(), false, false);
        live.add(client("everything", hurried, workspaces(), busy));
        live.add(client(
                "one", hurried, List.of(workspace(number)), new Habits(size.thinkMs(), size.silence(), true, false)));
        live.add(client(
                "listener", hurried, List.of(workspace(number + 1)), new Habits(0, size.silence(), true, false)));
        Person slow = person.at(narrow).within(size.silence());
        live.add(client(
                "slow", slow, workspaces(), new Habits(number == 0 ? size.thinkMs() : 0, NARROW_SILENCE, false, true)));
    }

    private List<String> workspaces() {
        return List.copyOf(boards.keySet());
    }

    private String workspace(int number) {
        return workspaces().get(number % boards.size());
    }

    private LiveWorker client(String kind, Person person, List<String> workspaces, Habits habits) {
        List<Place> places = new ArrayList<>(List.of(new Place(own(person), null)));
        workspaces.forEach(workspace -> places.add(new Place(workspace, UUID.fromString(workspace))));
        String name = nameOf(person) + "'s client for " + kind;
        return new LiveWorker(name, person, places, chores(name, person, workspaces), habits, canon, shift, some());
    }

    private RestWorker rest(Person person) {
        String name = nameOf(person) + " over REST";
        Chores chores = chores(name, person, workspaces());
        return new RestWorker(name, person.within(size.silence()), chores, size.thinkMs(), shift, some());
    }

    private Chores chores(String name, Person person, List<String> workspaces) {
        Map<String, Board> known = new LinkedHashMap<>();
        workspaces.forEach(workspace -> known.put(workspace, boards.get(workspace)));
        known.put(Command.MINE, own.get(person.id()));
        return new Chores(name, known, some());
    }

    private static String nameOf(Person person) {
        return person.email().replaceAll("-.*", "");
    }

    private Random some() {
        return new Random(random.nextLong());
    }

    Shift shift() {
        return shift;
    }

    Duration calm() {
        return size.calm();
    }

    Duration silence() {
        return size.silence();
    }

    List<LiveWorker> live() {
        return live;
    }

    List<Worker> all() {
        return all;
    }

    void start() {
        all.forEach(worker -> threads.add(Thread.ofVirtual().name(worker.name()).start(worker)));
    }

    /** Whether everybody follows everything, and has heard something since. */
    boolean isListening(long sinceNanos) {
        return live.stream().allMatch(client -> client.upSince() != 0 && client.heardAt() > sinceNanos);
    }

    /** The ids of all logs anybody works in. */
    Set<String> logs() {
        Set<String> logs = new HashSet<>(boards.keySet());
        people.forEach(person -> logs.add(own(person)));
        return logs;
    }

    boolean isIdle() {
        return all.stream().allMatch(Worker::isIdle);
    }

    /** Whether every client has heard everything there is. */
    boolean hasHeardAll(Map<String, List<Heard>> logs) {
        return live.stream()
                .flatMap(client -> client.places().stream())
                .allMatch(place -> place.last() >= head(logs, place.log()));
    }

    private static long head(Map<String, List<Heard>> logs, String log) {
        List<Heard> events = logs.getOrDefault(log, List.of());
        return events.isEmpty() ? 0 : events.getLast().seq();
    }

    void goHome() throws InterruptedException {
        shift.end();
        for (Thread thread : threads) thread.join(Duration.ofSeconds(30));
    }

    /** What each client holds in the end, beside a fresh snapshot. */
    void compareSnapshots() {
        for (LiveWorker client : live) {
            for (Place place : client.places()) {
                if (place.workspace() != null) compare(client, place);
            }
        }
    }

    private static void compare(LiveWorker client, Place place) {
        JsonNode snapshot = client.person().within(SNAPSHOT_PATIENCE).snapshot(place.workspace());
        client.history()
                .ends(
                        place.log(),
                        place.held(client.history().events(place.log())),
                        Place.comparable(new Replica(snapshot)));
    }

    String states() {
        return String.join(
                "\n",
                all.stream()
                        .map(worker -> worker.state() + " " + worker.history().oddities())
                        .toList());
    }

    Stream<History> histories() {
        return all.stream().map(Worker::history);
    }
}
