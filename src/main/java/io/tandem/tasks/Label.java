package io.tandem.tasks;

import java.util.UUID;

/** A colored word on tasks of one workspace; its name is unique there, whatever the case. */
public record Label(UUID id, String name, LabelColor color) {

    /** In characters. */
    static final int NAME_MAX = 50;
}
