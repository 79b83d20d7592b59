/** The server: {@link io.tandem.Tandem} starts it, each package below is one feature. */
@NullMarked
package io.tandem;

import org.jspecify.annotations.NullMarked;
