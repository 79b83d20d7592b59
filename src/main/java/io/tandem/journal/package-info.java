/** The numbered event log per workspace: every change goes through {@link io.tandem.journal.Journal}. */
@NullMarked
package io.tandem.journal;

import org.jspecify.annotations.NullMarked;
