package io.tandem.bench;

import java.util.ArrayList;
import java.util.List;

/** Many people in many workspaces, each with one socket that follows one of them. */
record Crowd(List<Workspace> workspaces, List<Subscriber> subscribers) {

    /** Makes them without connecting anybody. */
    static Crowd gather(Rig rig, int people, int workspaces) {
        List<Workspace> made = rig.api().workspaces(workspaces);
        List<String> tokens = rig.server().people(rig.api(), people, made);
        List<Subscriber> subscribers = new ArrayList<>();
        for (int i = 0; i < people; i++) subscribers.add(new Subscriber(rig, made.get(i % workspaces), tokens.get(i)));
        return new Crowd(made, List.copyOf(subscribers));
    }
}
