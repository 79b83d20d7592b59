/** The load tool: drives a Tandem from outside, in a process of its own, and says how it did. docs/performance.md tells how. */
@NullMarked
package io.tandem.bench;

import org.jspecify.annotations.NullMarked;
