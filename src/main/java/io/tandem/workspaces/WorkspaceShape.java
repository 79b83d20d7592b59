package io.tandem.workspaces;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.platform.Check;
import io.tandem.platform.Json;
import org.jspecify.annotations.Nullable;

/** What the parts of a workspace may be. */
final class WorkspaceShape {

    private static final int NAME_MAX = 255;
    private static final int DESCRIPTION_MAX = 5_000;
    private static final int SETTINGS_FIELDS_MAX = 100;

    /** Settings come along whenever workspaces are listed. */
    private static final int SETTINGS_CHARS_MAX = 20_000;

    private WorkspaceShape() {}

    static String name(Check check, @Nullable String value) {
        return check.line("name", value, NAME_MAX);
    }

    static String description(Check check, @Nullable String value) {
        return check.text("description", value, DESCRIPTION_MAX);
    }

    static ObjectNode settings(Check check, @Nullable ObjectNode value) {
        if (value == null) return JsonNodeFactory.instance.objectNode();
        String text = Json.encode(value);
        boolean fits = value.size() <= SETTINGS_FIELDS_MAX && text.length() <= SETTINGS_CHARS_MAX;
        check.that(
                fits,
                "settings",
                "Settings have " + SETTINGS_FIELDS_MAX + " fields and " + SETTINGS_CHARS_MAX + " characters at most.");
        check.that(!hasNul(text), "settings", "These must not have the character NUL.");
        return value;
    }

    /** In JSON it stands escaped; a backslash of the text itself stands there twice. */
    private static boolean hasNul(String json) {
        return json.replace("\\\\", "").contains("\\u0000");
    }
}
