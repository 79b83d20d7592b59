/** Who you are: users, sessions, tokens. */
@NullMarked
package io.tandem.accounts;

import org.jspecify.annotations.NullMarked;
