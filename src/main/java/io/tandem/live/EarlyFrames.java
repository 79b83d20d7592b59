package io.tandem.live;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.net.impl.VertxHandler;

/**
 * Drops frames that come together with the upgrade. A client has to wait for the answer (RFC 6455, section 4.1). Vert.x
 * would keep them with a connection it then forgets, and their memory is never given back: anybody could take it all.
 */
final class EarlyFrames extends ChannelInboundHandlerAdapter {

    private static final String NAME = "tandem-early-frames";

    private final ChannelHandler http;

    private EarlyFrames(ChannelHandler http) {
        this.http = http;
    }

    /** @param request that wants to become a WebSocket */
    static void drop(HttpServerRequest request) {
        if (!request.canUpgradeToWebSocket() || !(request.connection() instanceof ConnectionBase connection)) return;
        ChannelHandlerContext vertx = connection.channel().pipeline().context(VertxHandler.class);
        if (vertx != null && vertx.pipeline().get(NAME) == null)
            vertx.pipeline().addBefore(vertx.name(), NAME, new EarlyFrames(vertx.handler()));
    }

    /** Once HTTP's handler has been replaced the frames are in time. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof WebSocketFrame)) {
            context.fireChannelRead(message);
        } else if (context.pipeline().get(VertxHandler.class) == http) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
            context.pipeline().remove(this);
        }
    }
}
