package io.tandem.mail;

import java.util.Optional;
import java.util.UUID;

/**
 * A letter as it is sent.
 *
 * @param text the same as {@code html} for those who read no HTML
 * @param unsubscribe for the header of that name
 */
record Sealed(UUID id, String recipient, String subject, String text, String html, Optional<String> unsubscribe) {}
