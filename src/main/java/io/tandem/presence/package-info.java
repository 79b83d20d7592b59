/** Who is there, which task they look at, and what they say of themselves. */
@NullMarked
package io.tandem.presence;

import org.jspecify.annotations.NullMarked;
