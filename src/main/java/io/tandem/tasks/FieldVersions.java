package io.tandem.tasks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which version changed a field of a task last; a field not named here is as the first version made it. */
record FieldVersions(@JsonValue Map<String, Long> byField) {

    private static final long FIRST = 1;

    static final FieldVersions NONE = new FieldVersions(Map.of());

    @JsonCreator
    FieldVersions {
        byField = Map.copyOf(byField);
    }

    boolean changedSince(String field, long version) {
        return byField.getOrDefault(field, FIRST) > version;
    }

    FieldVersions changed(Set<String> fields, long version) {
        Map<String, Long> changed = new HashMap<>(byField);
        fields.forEach(field -> changed.put(field, version));
        return new FieldVersions(changed);
    }
}
