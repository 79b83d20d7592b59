package io.tandem.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.platform.Ids;
import io.tandem.testing.Company;
import io.tandem.testing.Contract.Operation;
import io.tandem.testing.Contract.Parameter;
import io.tandem.testing.Part;
import io.tandem.testing.Refusal;
import io.tandem.testing.Right;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One cell of the matrix: a well-formed request by somebody, and what has to come of it.
 *
 * @param row what is asked for
 * @param kind whose the id is that was put into it; empty where all are the workspace's own
 * @param refusal null where it has to succeed
 * @param narrowed whether it has to find nothing
 */
record Attempt(
        String row,
        String kind,
        Part part,
        Ask ask,
        @Nullable Refusal refusal,
        boolean narrowed) {

    /** Everything somebody can try who has the shape of a request right. */
    static Stream<Attempt> all(Ask valid, Part part, Company company) {
        return Stream.of(
                        Stream.of(own(valid, part, company)),
                        broad(valid, part, company),
                        Slot.of(valid).stream().flatMap(slot -> foreign(valid, slot, part, company)))
                .flatMap(attempts -> attempts);
    }

    /** With the ids of the workspace. */
    static Attempt own(Ask valid, Part part, Company company) {
        Refusal refusal = right(valid).refusal(part, valid.operation().id());
        return new Attempt(valid.operation().id(), "", part, by(part, valid, company), refusal, false);
    }

    /** About whatever is one's own, where nobody has to say which workspace. */
    private static Stream<Attempt> broad(Ask valid, Part part, Company company) {
        if (!namesWorkspace(valid)) return Stream.of();
        Ask bare = by(part, bare(valid), company);
        Refusal refusal = Right.SIGNED_IN.refusal(part, "");
        return Stream.of(new Attempt(valid.operation().id() + " of one's own", "", part, bare, refusal, false));
    }

    /** With the id of something that is not there, or not there for this. */
    private static Stream<Attempt> foreign(Ask valid, Slot slot, Part part, Company company) {
        return company.cast().wrong(slot.reference()).entrySet().stream()
                .filter(wrong -> !(slot.isScope() && wrong.getKey().equals("elsewhere")))
                .map(wrong -> {
                    Refusal refusal = refusal(valid, slot, part);
                    return new Attempt(
                            valid.operation().id() + ", " + slot + " " + wrong.getKey(),
                            wrong.getKey(),
                            part,
                            slot.fill(by(part, valid, company), wrong.getValue()),
                            refusal,
                            refusal == null);
                });
    }

    private static @Nullable Refusal refusal(Ask valid, Slot slot, Part part) {
        Refusal own = right(valid).refusal(part, valid.operation().id());
        if (!part.isKnown()) return own;
        if (slot.isScope()) return Refusal.UNSEEN;
        if (own != null) return own;
        return slot.isFilter(valid.operation()) ? null : Refusal.NOT_THERE;
    }

    /** Who names a workspace has to see it, whatever else is asked. */
    private static Right right(Ask valid) {
        Right stated = Right.of(valid.operation().right());
        return stated == Right.SIGNED_IN && namesWorkspace(valid) ? Right.READ : stated;
    }

    private static boolean namesWorkspace(Ask valid) {
        return Slot.of(valid).stream().anyMatch(slot -> slot.name().equals("workspace_id"));
    }

    /** With nothing but what is required. */
    private static Ask bare(Ask valid) {
        Operation operation = valid.operation();
        Ask bare = valid;
        for (Parameter parameter : operation.parameters("query")) {
            if (!parameter.required()) bare = bare.withoutQuery(parameter.name());
        }
        return operation.hasBody() ? bare.body(bare(valid.json(), operation.body())) : bare;
    }

    private static JsonNode bare(JsonNode body, JsonNode schema) {
        List<String> required = StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return body.<ObjectNode>deepCopy().retain(required);
    }

    /** The same by somebody: under an operation id of its own, and with what nobody can have said before. */
    private static Ask by(Part part, Ask valid, Company company) {
        String token = company.token(part);
        Ask signed = token == null ? valid.withoutHeader("Authorization") : valid.token(token);
        boolean changes = valid.headers().containsKey("Idempotency-Key");
        return own(part, changes ? signed.header("Idempotency-Key", "" + Ids.next()) : signed, company);
    }

    private static Ask own(Part part, Ask ask, Company company) {
        // Somebody else's place in somebody else's log.
        if (ask.operation().id().equals("getMyEvents"))
            return ask.withoutQuery("since").withoutQuery("epoch");
        if (!ask.operation().hasBody()) return ask;
        ObjectNode body = ask.json().deepCopy();
        if (body.has("id")) body.put("id", "" + Ids.next());
        return switch (ask.operation().id()) {
            case "register" -> ask.body(body.put("email", Ids.next() + "@example.org"));
            case "createLabel", "changeLabel" -> ask.body(body.put("name", "" + Ids.next()));
            case "changeMe" -> ask.body(body.put("email", company.person(part).email()));
            case "logout" -> elsewhere(part, ask, company).body(body.put("everywhere", false));
            default -> ask.body(body);
        };
    }

    /** On another device: this one is still needed. */
    private static Ask elsewhere(Part part, Ask ask, Company company) {
        return part.isKnown() ? ask.token(company.person(part).elsewhere().token()) : ask;
    }

    /** Whether two of them have to be answered alike: what may not be seen is not told from what is not there. */
    boolean isLike(Attempt other) {
        return part == other.part && !kind.isEmpty() && !other.kind.isEmpty() && place().equals(other.place());
    }

    private String place() {
        return row.substring(0, row.length() - kind.length());
    }

    @Override
    public String toString() {
        return row + " by " + part;
    }
}
