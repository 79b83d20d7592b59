package io.tandem.platform;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Something for each of many, of whom only those seen last are kept. State of one context. */
public final class Recent<K, V> {

    private static final int ROOM = 16;
    private static final float LOAD = 0.75f;

    private final int max;
    private final Map<K, V> byKey = new LinkedHashMap<>(ROOM, LOAD, true);

    public Recent(int max) {
        this.max = max;
    }

    /** What there is for a key, made where there was nothing. */
    public V of(K key, Supplier<V> fresh) {
        V known = byKey.computeIfAbsent(key, made -> fresh.get());
        if (byKey.size() > max) forgetEldest();
        return known;
    }

    private void forgetEldest() {
        Iterator<K> eldest = byKey.keySet().iterator();
        eldest.next();
        eldest.remove();
    }
}
