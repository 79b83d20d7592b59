package io.tandem.bench;

import java.util.List;

/** Something that happens to a server, measured. Each gets a server of its own, so that none inherits from another. */
interface Scenario {

    /** @return one, or one per step */
    List<Result> run(Rig rig);
}
