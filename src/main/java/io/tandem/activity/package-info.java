/** What happened, who did it and what stood there before; and how far each person has looked. */
@NullMarked
package io.tandem.activity;

import org.jspecify.annotations.NullMarked;
