import { LiveSocket, type LiveState } from '../LiveSocket';
import { FakeServer } from './fakes';

/** A connection whose network and server are made up, without any chance in it. */
export class SocketOnFakes {
  readonly server = new FakeServer();
  readonly sockJs = new FakeServer();
  readonly states: LiveState[] = [];
  httpAnswers = true;
  streamsPass = false;
  readonly socket = new LiveSocket({
    transports: {
      native: this.server.open,
      fallback: this.sockJs.open,
      fallbackAnswers: async () => this.httpAnswers,
      streamsPass: async () => this.streamsPass,
    },
    token: async () => 'token',
    onMessage: () => undefined,
    onState: (state) => this.states.push(state),
    random: () => 1,
  });

  get state(): LiveState | undefined {
    return this.states.at(-1);
  }
}
