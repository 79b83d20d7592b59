import { comeBack } from './closeCodes';
import type { OpenTransport } from './transports';

const quietMs = 6_000;
const answerMsMax = 5_000;

/**
 * Whether a transport carries messages both ways and is not cut within seconds. It needs nobody's name: a stranger who says
 * something is sent away with 4401, and nobody but the server says that.
 */
export function proveTransport(open: OpenTransport): Promise<boolean> {
  return new Promise((resolve) => {
    const timers: ReturnType<typeof setTimeout>[] = [];
    const end = (works: boolean) => {
      for (const timer of timers) clearTimeout(timer);
      transport.close();
      resolve(works);
    };
    const transport = open({
      opened: () => timers.push(setTimeout(() => transport.send('{"type":"heartbeat"}'), quietMs)),
      received: () => undefined,
      closed: (code) => end(comeBack(code) === 'with-fresh-token'),
    });
    timers.push(setTimeout(() => end(false), quietMs + answerMsMax));
  });
}
