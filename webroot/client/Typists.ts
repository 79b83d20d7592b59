import type { Id } from './model';
import type { Typing, TypingField } from './protocol';

export interface Typist {
  user_id: Id;
  name: string;
  task_id: Id;
  field: TypingField;
}

interface Entry {
  typist: Typist;
  /** Milliseconds since 1970. */
  until: number;
}

const none: readonly Typist[] = [];

/** Who is typing where. Each is forgotten by itself: the message that somebody stopped may be lost. */
export class Typists {
  list: readonly Typist[] = none;
  private readonly entries = new Map<string, Entry>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly onChange: () => void) {}

  receive({ user_id, name, task_id, field, active, expires_in_ms }: Typing['data']): void {
    const key = `${user_id} ${task_id} ${field}`;
    const known = this.entries.has(key);
    const typist = { user_id, name, task_id, field };
    if (active) this.entries.set(key, { typist, until: Date.now() + expires_in_ms });
    else this.entries.delete(key);
    if (active !== known) this.changed();
    this.expireLater();
  }

  /** Somebody went away. */
  left(userIds: readonly Id[]): void {
    this.drop(({ typist }) => userIds.includes(typist.user_id));
  }

  clear(): void {
    this.drop(() => true);
  }

  private drop(unwanted: (entry: Entry) => boolean): void {
    const gone = [...this.entries].filter(([, entry]) => unwanted(entry));
    for (const [key] of gone) this.entries.delete(key);
    if (gone.length > 0) this.changed();
    this.expireLater();
  }

  private expireLater(): void {
    clearTimeout(this.timer);
    if (this.entries.size === 0) return;
    const next = Math.min(...[...this.entries.values()].map(({ until }) => until));
    this.timer = setTimeout(() => this.expire(), Math.max(0, next - Date.now()));
  }

  private expire(): void {
    const now = Date.now();
    this.drop(({ until }) => until <= now);
  }

  private changed(): void {
    this.list = this.entries.size === 0 ? none : [...this.entries.values()].map(({ typist }) => typist);
    this.onChange();
  }
}
