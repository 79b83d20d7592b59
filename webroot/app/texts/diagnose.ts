import type { CheckId, FindingCode, Values, Verdict } from '../../client/diagnosis/finding';
import type { Summary } from '../../client/diagnosis/summary';

const ms = ({ ms = 0 }: Values) => `${ms} ms`;

const checks: Record<CheckId, string> = {
  rest: 'Server',
  address: 'Address',
  https: 'Encryption',
  clock: 'Clock',
  assets: 'Files of the app',
  websocket: 'WebSocket opens',
  messages: 'WebSocket carries messages',
  quiet: 'WebSocket stays open while silent',
  live: 'Signed in over the WebSocket',
  sockjs: 'SockJS answers',
  streaming: 'Streams (xhr-streaming)',
  eventsource: 'Streams (eventsource)',
  polling: 'Polling (xhr-polling)',
  browser: 'What the app uses',
};

const says: Record<FindingCode, (values: Values) => string> = {
  'rest-good': (values) => `Answers in ${ms(values)}.`,
  'rest-slow': (values) => `Answers, but takes ${ms(values)}. Every change will feel slow.`,
  'rest-refused': ({ status }) =>
    `Something else answers (status ${status}): the proxy does not lead to Tandem, or wants a sign-in of its own.`,
  'rest-away': () => 'Does not answer. It is down, or the network does not lead to it.',
  'address-same': ({ address }) => `This is ${address}, as public.url says.`,
  'address-unset': () => 'public.url is empty: links in invites are made from the address of each request.',
  'address-other': ({ address }) =>
    `public.url says ${address}, you came by another address. Links in mails and invites lead there.`,
  'host-changed': ({ address }) =>
    `The server was asked for ${address}, not for the address of this page: the proxy changes the Host. Live connections are refused for that (4403).`,
  https: () => 'HTTPS. Networks rarely look into it, so WebSockets get through.',
  'https-local': () => 'HTTP, on this machine. That is fine for trying things out.',
  'http-only': () =>
    'HTTP without encryption. Passwords can be read on the way, many networks stop WebSockets, and browsers switch off parts of the app.',
  'clock-good': () => 'This device and the server agree about the time.',
  'clock-off': ({ seconds = 0 }) =>
    `This device is ${Math.abs(seconds)} s ${seconds > 0 ? 'behind' : 'ahead of'} the server. Times and due dates look wrong by that much.`,
  'assets-good': () => 'Compressed, and kept by the browser.',
  'assets-plain': () => 'Not compressed: the first visit takes three times as long as it could.',
  'assets-uncached': () =>
    'Not kept by the browser: the proxy changes Cache-Control. Every visit loads everything.',
  'page-cached': () =>
    'The start page may be kept by a cache: after an update people get an old one. The proxy must leave Cache-Control alone.',
  'websocket-open': (values) => `Opens in ${ms(values)}.`,
  'websocket-refused': () => 'Refused. Something on the way does not pass on Upgrade.',
  'websocket-unanswered': () => 'Not answered. Something on the way holds the Upgrade back.',
  'messages-good': (values) => `A message there and its answer back take ${ms(values)}.`,
  'messages-silent': () => 'It opens, and nothing arrives. Something on the way holds the messages back.',
  'messages-cut': ({ closeCode }) => `It opens and is cut (${closeCode}). Something on the way ends it.`,
  'messages-origin': () =>
    'The server refuses this page (4403): the address of the page is not the Host it is asked for.',
  'quiet-good': ({ seconds }) => `Still open after ${seconds} s of silence.`,
  'quiet-cut': ({ seconds }) =>
    `Cut after ${seconds} s of silence. The app has to come back every time, and notices changes late.`,
  'live-good': (values) => `A heartbeat there and back takes ${ms(values)}.`,
  'live-refused': ({ closeCode }) =>
    closeCode === 4409
      ? 'You have too many tabs and devices open (4409). Close one and run this again.'
      : `The server ends the connection (${closeCode}).`,
  'live-silent': () => 'The server does not answer. It may be busy; run this again.',
  'live-stranger': () => 'You are not signed in here. Sign in to have this tried as well.',
  'sockjs-good': () => 'Is there for networks that stop WebSockets.',
  'sockjs-refused': ({ status }) =>
    `Refused (status ${status}). The proxy must pass on everything under /live/.`,
  'sockjs-away': () => 'Does not answer. The proxy must pass on everything under /live/.',
  'streaming-good': (values) => `The first part arrives after ${ms(values)}, while the stream is open.`,
  'streaming-buffered': () =>
    'Held back: the proxy collects the answer until it ends, which a stream never does.',
  'streaming-refused': ({ status }) =>
    status ? `Refused (status ${status}).` : 'Cut before anything arrived.',
  'eventsource-good': (values) => `The first part arrives after ${ms(values)}.`,
  'eventsource-none': () => 'Nothing arrives: refused, or held back.',
  'polling-good': (values) => `Works; question and answer take ${ms(values)}.`,
  'polling-refused': ({ status }) => (status ? `Refused (status ${status}).` : 'Does not answer.'),
  'polling-scattered': () =>
    'Requests of one session reach different instances, or are lost: the balancer must be sticky under /live/.',
  'browser-good': () => 'Storage, tabs that know of each other, and work without a network: all there.',
  'browser-missing': ({ names = [] }) =>
    `This browser does not offer: ${names.join(', ')}. A private window, or a page without HTTPS, may be why. The app works, with less comfort offline.`,
  'not-tried': () => 'Not tried, because of what failed before.',
  failed: () => 'The check itself failed. Run it again.',
};

const summaries: Record<Summary, [title: string, hint: string]> = {
  'all-good': [
    'Everything works',
    'Changes arrive at once, and the way back is open should a network stop them.',
  ],
  remarks: ['Live connections work', 'Some things could be better. They are marked below.'],
  'cuts-idle': [
    'Something on the way cuts silent connections',
    'WebSockets work, but do not stay. Raise the time-out of the proxy above 60 s.',
  ],
  origin: [
    'The server refuses this address',
    'The proxy must pass on the Host as it came, or the address must be in http.allowed_origins.',
  ],
  streaming: [
    'Your proxy does not pass on WebSockets',
    'Changes arrive as a stream over HTTP instead. That is as fast, but costs the server more.',
  ],
  polling: [
    'Your proxy does not pass on WebSockets',
    'Changes arrive by polling. That works, and is slower than it could be.',
  ],
  'nothing-live': [
    'Nothing live gets through',
    'Pages load, but changes of others do not arrive by themselves. Your proxy must pass on /ws and /live/.',
  ],
  unreachable: ['The server cannot be reached', 'Nothing else can be tried before it answers.'],
};

const verdicts: Record<Verdict, string> = {
  good: 'Works',
  warning: 'Attention',
  bad: 'Fails',
  unknown: 'Not tried',
};

export const diagnoseTexts = {
  title: 'Connection check',
  intro:
    'Tries, from this browser, everything Tandem needs of the network between here and the server: what your proxy lets through, and what it does not.',
  running: 'Checking…',
  runningHint: 'This takes about a quarter of a minute.',
  waiting: 'Waits for its turn',
  checking: 'Is being checked',
  again: 'Run again',
  copy: 'Copy report',
  copied: 'Report copied',
  notCopied: 'The browser does not let this page copy. The report is below.',
  report: 'Report',
  back: 'Back to Tandem',
  whatToDo: 'What to do',
  proxy: 'Proxy',
  moreInDocs: 'More about each proxy: docs/proxies.md. About what people see: docs/troubleshooting.md.',
  longQuiet: (seconds: number) => `Try ${seconds} s of silence`,
  longQuietRunning: (seconds: number) => `${seconds} s left`,
  groups: {
    server: 'Server and address',
    live: 'Live connection',
    fallback: 'Where WebSockets do not get through',
    browser: 'This browser',
  },
  reportHead: 'Tandem connection check',
  checks,
  says,
  summaries,
  verdicts,
};
