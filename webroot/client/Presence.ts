import type { Id } from './model';
import { indexPeople, nobody, type People, reducePeople } from './people';
import type { Ephemeral, LogId, Signal, Subscribed, TypingField } from './protocol';
import { Typists } from './Typists';

export interface PresenceOptions {
  /** Whether it went out. What did not is not sent later: by then it would be wrong. */
  send: (signal: Signal) => boolean;
  onChange: () => void;
}

interface View {
  logId: Id;
  taskId: Id;
}

interface Typed {
  taskId: Id;
  field: TypingField;
  /** Milliseconds since 1970. */
  saidAt: number;
}

const sayAgainMs = 3_000;

/** Who else is there, what they look at and where they type; and what the others are told of this person. */
export class Presence {
  readonly typists: Typists;
  private readonly logs = new Map<LogId, People>();
  private readonly subscribed = new Set<LogId>();
  private view: View | null = null;
  private typed: Typed | null = null;

  constructor(private readonly options: PresenceOptions) {
    this.typists = new Typists(options.onChange);
  }

  people(logId: LogId): People {
    return this.logs.get(logId) ?? nobody;
  }

  /** A subscription is live, with everybody who is there; the server does not know yet what this connection shows. */
  began({ workspace_id, presence = [] }: Pick<Subscribed, 'workspace_id' | 'presence'>): void {
    this.logs.set(workspace_id, indexPeople(presence));
    this.subscribed.add(workspace_id);
    if (this.view?.logId === workspace_id) this.tellView(this.view.logId, this.view.taskId);
    this.options.onChange();
  }

  receive(message: Ephemeral): void {
    if (message.type === 'typing') return this.typists.receive(message.data);
    const before = this.people(message.workspace_id);
    const after = reducePeople(before, message);
    if (after === before || !this.subscribed.has(message.workspace_id)) return;
    this.logs.set(message.workspace_id, after);
    this.typists.left([...before.keys()].filter((id) => !after.has(id)));
    this.options.onChange();
  }

  /** The connection is lost. Who was there stays: most likely they still are when it is back. */
  disconnected(): void {
    this.subscribed.clear();
    this.typed = null;
    this.typists.clear();
  }

  ended(logId: LogId): void {
    this.logs.delete(logId);
    this.subscribed.delete(logId);
    if (this.view?.logId === logId) this.view = null;
  }

  /** The task on the screen. */
  look(logId: Id, taskId: Id): void {
    this.view = { logId, taskId };
    this.tellView(logId, taskId);
  }

  lookAway(): void {
    const view = this.view;
    this.stopTyping();
    this.view = null;
    if (view !== null) this.tellView(view.logId, null);
  }

  /** A key was pressed in a field of the task on the screen. Told every three seconds at most. */
  type(field: TypingField): void {
    if (this.view === null) return;
    const { taskId } = this.view;
    const same = this.typed?.taskId === taskId && this.typed.field === field;
    if (!same) this.stopTyping();
    if (same && Date.now() - (this.typed?.saidAt ?? 0) < sayAgainMs) return;
    if (this.tellTyping(taskId, field, true)) this.typed = { taskId, field, saidAt: Date.now() };
  }

  stopTyping(): void {
    const typed = this.typed;
    this.typed = null;
    if (typed !== null) this.tellTyping(typed.taskId, typed.field, false);
  }

  close(): void {
    this.typists.clear();
  }

  private tellView(logId: Id, taskId: Id | null): void {
    if (!this.subscribed.has(logId)) return;
    this.options.send({ type: 'viewing', workspace_id: logId, data: { task_id: taskId } });
  }

  private tellTyping(task_id: Id, field: TypingField, active: boolean): boolean {
    const logId = this.view?.logId;
    if (logId === undefined || !this.subscribed.has(logId)) return false;
    return this.options.send({ type: 'typing', workspace_id: logId, data: { task_id, field, active } });
  }
}
