package io.tandem.notifications;

import io.tandem.journal.Draft;
import io.tandem.journal.Log;
import io.tandem.platform.Ids;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of some notices: nothing where it is muted or not wanted, a new notification, or one more of a kind that is
 * there already. Pure: it is given everything and writes nothing.
 */
final class Told {

    /**
     * @param inApp false where it is for the mail only
     * @param mailWanted whether what is new in it is to be mailed
     * @param isNew false where the notification stood there before
     */
    record Item(UUID userId, Notification notification, boolean inApp, boolean mailWanted, boolean isNew) {}

    /** From the first of them on. */
    static final int GROUP_MINUTES = 10;

    private record Group(UUID userId, Kind kind, UUID taskId, boolean inApp) {}

    /** The data of {@code notification.new} and {@code notification.updated}. */
    record Data(Notification notification, int unread) {}

    private final Map<UUID, Listener> listeners;
    private final Map<UUID, Item> items = new LinkedHashMap<>();
    private final Map<Group, UUID> groups = new HashMap<>();
    private final Set<UUID> touched = new HashSet<>();

    private Told(Map<UUID, Listener> listeners) {
        this.listeners = listeners;
    }

    /** @param open what may still grow: unread, and young enough */
    static Told of(List<Notice> notices, Map<UUID, Listener> listeners, Collection<Item> open) {
        Told told = new Told(listeners);
        open.forEach(told::keep);
        notices.forEach(told::tell);
        return told;
    }

    private void keep(Item item) {
        items.put(item.notification().id(), item);
        Group group = group(
                item.userId(),
                item.notification().kind(),
                item.notification().content().taskId(),
                item.inApp());
        if (group != null) groups.put(group, item.notification().id());
    }

    private void tell(Notice notice) {
        Listener listener = listeners.get(notice.userId());
        if (listener == null
                || listener.mutes(notice.workspaceId(), notice.content().taskId())) return;
        Channels channels = listener.preferences().of(notice.kind());
        boolean mail = channels.email() && !listener.doNotDisturb();
        if (!channels.inApp() && !mail) return;
        Item item = grown(notice, listener, channels.inApp(), mail);
        touched.add(item.notification().id());
        keep(item);
    }

    private Item grown(Notice notice, Listener listener, boolean inApp, boolean mail) {
        Item earlier = earlier(notice, inApp);
        if (earlier == null) return fresh(notice, listener, inApp, mail);
        Notification more = earlier.notification().grown(notice, listener.doNotDisturb());
        return new Item(notice.userId(), more, inApp, mail || earlier.mailWanted(), earlier.isNew());
    }

    private @Nullable Item earlier(Notice notice, boolean inApp) {
        Group group = group(notice.userId(), notice.kind(), notice.content().taskId(), inApp);
        UUID id = group == null ? null : groups.get(group);
        Item item = id == null ? null : items.get(id);
        boolean isOld = item != null
                && item.notification().createdAt().isBefore(notice.at().minus(GROUP_MINUTES, ChronoUnit.MINUTES));
        return isOld ? null : item;
    }

    private static Item fresh(Notice notice, Listener listener, boolean inApp, boolean mail) {
        Notification.Head head = new Notification.Head(
                Ids.next(),
                notice.kind(),
                notice.workspaceId(),
                1,
                listener.doNotDisturb(),
                notice.at(),
                notice.at(),
                null);
        return new Item(notice.userId(), Notification.of(head, notice.content()), inApp, mail, true);
    }

    /** Only what is about one task can be more of the same. */
    private static @Nullable Group group(UUID userId, Kind kind, @Nullable UUID taskId, boolean inApp) {
        return taskId == null ? null : new Group(userId, kind, taskId, inApp);
    }

    /** What has to be written, in the order in which it came up. */
    List<Item> items() {
        return items.values().stream()
                .filter(item -> touched.contains(item.notification().id()))
                .toList();
    }

    /** By how many each person's counter grows. */
    Map<UUID, Integer> unread() {
        Map<UUID, Integer> more = new HashMap<>();
        items().stream()
                .filter(item -> item.isNew() && item.inApp())
                .forEach(item -> more.merge(item.userId(), 1, Integer::sum));
        return more;
    }

    Set<UUID> toBeMailed() {
        Set<UUID> people = new HashSet<>();
        items().stream().filter(Item::mailWanted).forEach(item -> people.add(item.userId()));
        return people;
    }

    /** The events of the people's own logs; each says how many are unread behind it. */
    List<Draft> drafts() {
        Map<UUID, Integer> unread = new HashMap<>();
        listeners.forEach((id, listener) -> unread.put(id, listener.unread()));
        List<Draft> drafts = new ArrayList<>();
        for (Item item : items()) {
            if (!item.inApp()) continue;
            int now = unread.merge(item.userId(), item.isNew() ? 1 : 0, Integer::sum);
            String type = item.isNew() ? "notification.new" : "notification.updated";
            drafts.add(Draft.of(Log.ofPerson(item.userId()), type, new Data(item.notification(), now)));
        }
        return drafts;
    }
}
