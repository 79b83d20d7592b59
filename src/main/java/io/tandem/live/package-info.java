/** The live door: sockets of both transports, protocol, hubs, resume, back-pressure. */
@NullMarked
package io.tandem.live;

import org.jspecify.annotations.NullMarked;
