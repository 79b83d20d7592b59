/** Tasks and labels. */
@NullMarked
package io.tandem.tasks;

import org.jspecify.annotations.NullMarked;
