package io.tandem.search;

import io.tandem.platform.Address;
import io.tandem.platform.Page;

/** Where is searched. */
public final class SearchAddresses {

    public static final Address<FindTasks, Page<Found>> FIND = new Address<>("search.find", FindTasks.class);

    private SearchAddresses() {}
}
