/** Who must hear of what: a reader of the log, what people have read, and how they want to be told. */
@NullMarked
package io.tandem.notifications;

import org.jspecify.annotations.NullMarked;
