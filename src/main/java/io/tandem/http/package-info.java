/** The HTTP door: server, router from the API description, problems, limits, headers, static files. */
@NullMarked
package io.tandem.http;

import org.jspecify.annotations.NullMarked;
