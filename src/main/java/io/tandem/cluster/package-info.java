/**
 * Several instances: what each commits is told to the others over Redis. Redis makes it fast, PostgreSQL makes it right:
 * everything that comes from here is a hint, and what does not come is found by the poll of the heads.
 */
@NullMarked
package io.tandem.cluster;

import org.jspecify.annotations.NullMarked;
