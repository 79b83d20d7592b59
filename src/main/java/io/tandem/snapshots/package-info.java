/** Everything at one position, and what came after it, over HTTP. */
@NullMarked
package io.tandem.snapshots;

import org.jspecify.annotations.NullMarked;
