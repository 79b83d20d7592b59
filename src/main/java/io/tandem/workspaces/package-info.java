/** Workspaces, members, roles, invites, columns. */
@NullMarked
package io.tandem.workspaces;

import org.jspecify.annotations.NullMarked;
