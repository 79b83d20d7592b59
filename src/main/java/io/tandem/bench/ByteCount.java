package io.tandem.bench;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Counts the bytes of an answer and keeps none. */
final class ByteCount implements HttpResponse.BodySubscriber<Long> {

    private final CompletableFuture<Long> count = new CompletableFuture<>();
    private long bytes;

    @Override
    public CompletionStage<Long> getBody() {
        return count;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) bytes += buffer.remaining();
    }

    @Override
    public void onError(Throwable failure) {
        count.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        count.complete(bytes);
    }
}
