/** Mails: the outbox they are put into, how they look, and how they reach the mail server, once. */
@NullMarked
package io.tandem.mail;

import org.jspecify.annotations.NullMarked;
