/** A small believable workspace with three people, for a first look. */
@NullMarked
package io.tandem.demo;

import org.jspecify.annotations.NullMarked;
