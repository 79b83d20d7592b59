package io.tandem.http;

/** What a feature adds to the HTTP API: a handler for each of its operations in openapi.yaml. */
@FunctionalInterface
public interface Routes {
    void mount(Api api);
}
