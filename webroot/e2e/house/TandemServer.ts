import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');
const jar = join(root, 'target', 'tandem.jar');
const logs = join(root, 'webroot', 'test-results');
const startMsMax = 90_000;
const stopMsMax = 30_000;

/** The tools' own way to a JDK; `exec`, so that the child is the server itself and signals reach it. */
const startScript =
  '. "$0/bin/lib/common.sh"; require_jdk; exec java $(java_flags) -Xmx512m -XX:TieredStopAtLevel=1 -jar "$@"';

/** Settings of whoever runs the tests would change the server. */
const foreign = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('TANDEM_')),
);

const raisedLimits = {
  TANDEM_LIMITS_CONNECTIONS_PER_MINUTE: '1000',
  TANDEM_LIMITS_MESSAGES_PER_MINUTE: '10000',
  TANDEM_LIMITS_CONNECTIONS_PER_USER: '50',
  TANDEM_LIMITS_REGISTRATIONS_PER_HOUR_AND_ADDRESS: '0',
  TANDEM_LIMITS_SIGN_INS_PER_MINUTE_AND_ADDRESS: '0',
};

/** The real server with its own PostgreSQL, in a data directory of its own under the system's temporary one. */
export class TandemServer {
  url = '';
  private child: ChildProcess | null = null;
  private log = '';

  private constructor(
    readonly dataDir: string,
    private readonly words: readonly string[],
  ) {}

  /** `words` follow on the command line. */
  static start(...words: string[]): Promise<TandemServer> {
    return TandemServer.startAt('0', ...words);
  }

  /** For settings that have to name the address. */
  static async startAt(port: string, ...words: string[]): Promise<TandemServer> {
    if (!existsSync(jar)) throw new Error('target/tandem.jar is missing: bin/test --browser builds it.');
    const server = new TandemServer(await mkdtemp(join(tmpdir(), 'tandem-e2e-')), words);
    process.once('exit', () => server.child?.kill('SIGTERM'));
    await server.run(port).catch(async (failure) => {
      await server.stop();
      throw failure;
    });
    return server;
  }

  /** As when the power fails: the server gets no chance to say or write anything. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** As for an update: it sends everybody elsewhere and ends. */
  async shutDown(): Promise<void> {
    await this.end('SIGTERM');
  }

  /** On the data it had, at the address it had. */
  async startAgain(): Promise<void> {
    await this.run(new URL(this.url).port);
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
    await this.stopPostgres();
    await rm(this.dataDir, { recursive: true, force: true, maxRetries: 10 });
    const errors = errorsIn(this.log);
    if (errors.length > 0) throw new Error(`The server logged errors:\n${errors.join('\n')}`);
  }

  private async run(port: string): Promise<void> {
    const child = spawn('bash', ['-c', startScript, root, jar, ...this.words], {
      env: { ...foreign, ...raisedLimits, TANDEM_HTTP_PORT: port, TANDEM_DATA_DIR: this.dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    this.url = await this.ready(child);
  }

  private ready(child: ChildProcess): Promise<string> {
    mkdirSync(logs, { recursive: true });
    const file = createWriteStream(join(logs, `server-${child.pid}.log`));
    const startsAt = this.log.length;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(this.notStarted('It took too long.')), startMsMax);
      child.once('exit', (code) => reject(this.notStarted(`It ended with ${code}.`)));
      const hear = (bytes: Buffer) => {
        file.write(bytes);
        this.log += bytes.toString();
        const url = /Tandem is ready at (\S+)\s/.exec(this.log.slice(startsAt));
        if (url?.[1] === undefined) return;
        clearTimeout(timer);
        resolve(url[1]);
      };
      child.stdout?.on('data', hear);
      child.stderr?.on('data', hear);
    });
  }

  private notStarted(reason: string): Error {
    return new Error(`Tandem did not start. ${reason}\n${this.log.slice(-4000)}`);
  }

  private async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = this.child;
    this.child = null;
    if (child === null) return;
    const ended = child.exitCode ?? child.signalCode;
    if (ended !== null) {
      this.log += `\n ERROR The server ended by itself: ${ended}\n`;
      return;
    }
    const gone = new Promise((resolve) => child.once('exit', resolve));
    const hardly = setTimeout(() => child.kill('SIGKILL'), stopMsMax);
    child.kill(signal);
    await gone;
    clearTimeout(hardly);
  }

  /** A server that was killed and not started again leaves its PostgreSQL behind. */
  private async stopPostgres(): Promise<void> {
    const pidFile = join(this.dataDir, 'postgres', 'postmaster.pid');
    const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
    if (pid > 0 && existsSync(`/proc/${pid}`)) process.kill(pid, 'SIGQUIT');
  }
}

/** Vert.x 5.0 fails so when a browser goes away while a file is sent to it. */
const browserGone = 'Http1xServerConnection$1.cancel';

function errorsIn(log: string): string[] {
  const entries = log.split(/\n(?=\d\d:\d\d:\d\d| ERROR )/);
  return entries.filter((entry) => / ERROR /.test(entry) && !entry.includes(browserGone));
}
