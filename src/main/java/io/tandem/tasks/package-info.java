/** Tasks, comments and labels. */
@NullMarked
package io.tandem.tasks;

import org.jspecify.annotations.NullMarked;
