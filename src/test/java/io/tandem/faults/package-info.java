/** People work on real processes while these are killed, stopped and cut off; then every client's history is checked. */
@NullMarked
package io.tandem.faults;

import org.jspecify.annotations.NullMarked;
