package io.tandem.journal;

import org.jspecify.annotations.Nullable;

/** A field's earlier and new value, for the activity and for whoever lost a write. */
public record Delta(@Nullable Object from, @Nullable Object to) {}
