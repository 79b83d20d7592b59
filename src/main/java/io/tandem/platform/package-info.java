/** What every feature stands on: settings, database, bus, problems, JSON, ids. */
@NullMarked
package io.tandem.platform;

import org.jspecify.annotations.NullMarked;
