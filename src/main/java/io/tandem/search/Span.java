package io.tandem.search;

import com.fasterxml.jackson.annotation.JsonFormat;

/** A part of a text, as {@code [start, end]} in UTF-16 code units, without the one at {@code end}. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Span(int start, int end) {}
