/** Finds tasks by the words in them and in what is said about them, among all that somebody may see. */
@NullMarked
package io.tandem.search;

import org.jspecify.annotations.NullMarked;
