/** Real services for tests: nothing of our own is mocked. */
@NullMarked
package io.tandem.testing;

import org.jspecify.annotations.NullMarked;
