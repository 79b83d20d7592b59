package io.tandem.activity;

import io.tandem.journal.Event;
import io.tandem.journal.Written;
import io.tandem.platform.Address;
import io.tandem.platform.Page;

/** Where is asked what happened, and said what was seen of it. */
public final class ActivityAddresses {

    public static final Address<ReadActivity, Page<Event>> OF_WORKSPACE =
            new Address<>("activity.of_workspace", ReadActivity.class);

    public static final Address<ReadTaskActivity, Page<Event>> OF_TASK =
            new Address<>("activity.of_task", ReadTaskActivity.class);

    public static final Address<ReadSeen, AllNews> NEWS = new Address<>("activity.news", ReadSeen.class);

    public static final Address<MarkSeen, Written<Seen>> MARK_SEEN =
            new Address<>("activity.mark_seen", MarkSeen.class);

    private ActivityAddresses() {}
}
