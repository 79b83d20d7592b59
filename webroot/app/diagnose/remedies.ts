import type { FindingCode } from '../../client/diagnosis/finding';

export type Remedy = 'upgrade' | 'host' | 'buffering' | 'timeout' | 'sticky' | 'https' | 'files';

export const proxies = ['nginx', 'Caddy', 'Traefik', 'HAProxy'] as const;
export type Proxy = (typeof proxies)[number];

/** What helps where a check found something. What is not here has no remedy in a proxy. */
export const remedies: Partial<Record<FindingCode, Remedy>> = {
  'host-changed': 'host',
  'http-only': 'https',
  'assets-plain': 'files',
  'assets-uncached': 'files',
  'page-cached': 'files',
  'websocket-refused': 'upgrade',
  'websocket-unanswered': 'upgrade',
  'messages-silent': 'upgrade',
  'messages-cut': 'timeout',
  'messages-origin': 'host',
  'quiet-cut': 'timeout',
  'streaming-buffered': 'buffering',
  'eventsource-none': 'buffering',
  'polling-scattered': 'sticky',
};

/** As in docs/proxies.md. */
export const snippets: Record<Remedy, Record<Proxy, string>> = {
  upgrade: {
    nginx: `# in http { }
map $http_upgrade $connection_upgrade {
    default upgrade;
    ""      "";
}
# in location /
proxy_http_version 1.1;
proxy_set_header Upgrade $http_upgrade;
proxy_set_header Connection $connection_upgrade;`,
    Caddy: `# Caddy passes WebSockets on by itself. Look at what stands before it.
reverse_proxy 127.0.0.1:8080`,
    Traefik: `# Traefik passes WebSockets on by itself. Look for a middleware that
# drops headers (Connection, Upgrade), and at what stands before it.`,
    HAProxy: `# mode http passes Upgrade on by itself
defaults
    mode http
    timeout tunnel 1h`,
  },
  host: {
    nginx: 'proxy_set_header Host $http_host;',
    Caddy: `# Caddy keeps the Host. Take this out, if it is there:
# header_up Host {upstream_hostport}`,
    Traefik: `# on the service's load balancer (the default)
loadBalancer:
  passHostHeader: true`,
    HAProxy: `# HAProxy keeps the Host. Take this out, if it is there:
# http-request set-header Host …`,
  },
  buffering: {
    nginx: `location /live/ {
    proxy_buffering off;
    proxy_read_timeout 70s;
    # and the lines for Host and Upgrade
}`,
    Caddy: `reverse_proxy 127.0.0.1:8080 {
    flush_interval -1
}`,
    Traefik: `# in the service; and no buffering middleware on this router
loadBalancer:
  responseForwarding:
    flushInterval: -1ms`,
    HAProxy: `# HAProxy does not hold answers back. Take this out, if it is there:
# option http-buffer-response, compression for /live/`,
  },
  timeout: {
    nginx: `proxy_read_timeout 70s;
proxy_send_timeout 70s;`,
    Caddy: `# Caddy has no such time-out by itself. Look at transport { read_timeout … }
# and at what stands before it.`,
    Traefik: `entryPoints:
  websecure:
    transport:
      respondingTimeouts:
        readTimeout: 0
        idleTimeout: 180s`,
    HAProxy: `timeout client 70s
timeout server 70s
timeout tunnel 1h`,
  },
  sticky: {
    nginx: `map $uri $sockjs_session {
    default                              $request_id;
    "~^/live/[^/]+/(?<session>[^/]+)/"   $session;
}
upstream sockjs {
    hash $sockjs_session consistent;
    server tandem-1:8080;
    server tandem-2:8080;
}`,
    Caddy: `reverse_proxy tandem-1:8080 tandem-2:8080 {
    lb_policy cookie tandem
}`,
    Traefik: `loadBalancer:
  sticky:
    cookie:
      name: tandem`,
    HAProxy: `stick-table type string len 64 size 100k expire 2m
stick on path,field(4,/) if { path_beg /live/ } !{ path_end /websocket }`,
  },
  https: {
    nginx: `listen 443 ssl;
ssl_certificate     /etc/ssl/tandem.pem;
ssl_certificate_key /etc/ssl/tandem.key;`,
    Caddy: `# with a name instead of a port Caddy gets a certificate by itself
tandem.example.org {
    reverse_proxy 127.0.0.1:8080
}`,
    Traefik: `routers:
  tandem:
    entryPoints: [websecure]
    tls:
      certResolver: letsencrypt`,
    HAProxy: 'bind :443 ssl crt /etc/haproxy/certs/',
  },
  files: {
    nginx: `# Tandem compresses by itself and says what may be kept.
# Take these out: expires, add_header Cache-Control, proxy_cache,
# proxy_set_header Accept-Encoding ""`,
    Caddy: `# Tandem compresses by itself and says what may be kept.
# Take out: header Cache-Control …, header_up -Accept-Encoding`,
    Traefik: `# Tandem compresses by itself and says what may be kept.
# Take out middlewares that change Cache-Control or Accept-Encoding.`,
    HAProxy: `# Tandem compresses by itself and says what may be kept.
# Take out: http-request del-header Accept-Encoding,
# http-response set-header Cache-Control, http-response cache-store`,
  },
};
