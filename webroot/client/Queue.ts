import type { Id } from './model';
import { type Operation, subjectsOf } from './operation';
import type { LogId } from './protocol';
import { goneOn, withWhatBuildsOn } from './sequence';
import { byOrder, type KeptOperation } from './store/OperationStore';

export interface Entry {
  kept: KeptOperation;
  sent: boolean;
  /** Set by the answer: shown until the log has come this far, never sent again. */
  acknowledgedSeq: number | null;
  /** Of a refusal: it is on the screen here. */
  told: boolean;
}

/** Every operation of one person that is under way, in order: this tab's own and those of their other tabs. */
export class Queue {
  private entries: Entry[] = [];

  constructor(private readonly tab: Id) {}

  get all(): readonly Entry[] {
    return this.entries;
  }

  /** What the server has not answered. */
  get unanswered(): readonly Entry[] {
    return this.entries.filter(
      ({ kept, acknowledgedSeq }) => acknowledgedSeq === null && kept.refusal === undefined,
    );
  }

  /** What it said no to, and the person is not done with. */
  get refused(): readonly Entry[] {
    return this.entries.filter(({ kept }) => kept.refusal !== undefined);
  }

  find(id: Id): Entry | undefined {
    return this.entries.find(({ kept }) => kept.operation.id === id);
  }

  isOwn(entry: Entry): boolean {
    return entry.kept.tab === this.tab;
  }

  pending(logId: LogId): Operation[] {
    const waiting = this.entries.filter(({ kept }) => kept.refusal === undefined);
    return waiting.map(({ kept }) => kept.operation).filter((each) => each.workspace_id === logId);
  }

  ownedBy(tab: Id): KeptOperation[] {
    return this.entries
      .filter(({ kept, acknowledgedSeq }) => kept.tab === tab && acknowledgedSeq === null)
      .map(({ kept }) => kept);
  }

  /** Behind everything that is known here. */
  add(operation: Operation): KeptOperation {
    const last = this.entries.at(-1)?.kept.order ?? 0;
    const kept = { operation, tab: this.tab, order: Math.max(Date.now(), last + 1) };
    this.put([kept]);
    return kept;
  }

  put(kept: readonly KeptOperation[]): void {
    for (const each of kept) {
      const entry = this.find(each.operation.id);
      if (entry === undefined) {
        this.entries.push({ kept: each, sent: false, acknowledgedSeq: null, told: false });
      } else {
        if (entry.kept.tab !== each.tab) entry.sent = false;
        entry.kept = each;
      }
    }
    this.entries.sort((left, right) => byOrder(left.kept, right.kept));
  }

  /** Answers whether there was anything to take out. */
  keepOnly(wanted: (entry: Entry) => boolean): boolean {
    const before = this.entries.length;
    this.entries = this.entries.filter(wanted);
    return this.entries.length < before;
  }

  /** What is sent next. One operation per task or comment at a time: a change must not overtake what it builds on. */
  sendable(): Entry[] {
    const busy = new Set<string>();
    return this.unanswered.filter((entry) => {
      const subjects = subjectsOf(entry.kept.operation);
      const free = !subjects.some((subject) => busy.has(subject));
      for (const subject of subjects) busy.add(subject);
      return free && !entry.sent && this.isOwn(entry);
    });
  }

  /** Answers with what of this tab's own was changed by that. */
  goOnFrom(done: Operation, version: number): KeptOperation[] {
    const changed = this.unanswered.filter((entry) => {
      const operation = entry.kept.operation === done ? done : goneOn(entry.kept.operation, done, version);
      if (operation === entry.kept.operation) return false;
      entry.kept = { ...entry.kept, operation };
      return this.isOwn(entry);
    });
    return changed.map(({ kept }) => kept);
  }

  /** Rolls back what the server refused and what built on it. The refusal itself stays, until the person knows. */
  refuse(entry: Entry, error: NonNullable<KeptOperation['refusal']>['error']): readonly Operation[] {
    const waiting = this.unanswered.map(({ kept }) => kept.operation);
    const dropped = withWhatBuildsOn(entry.kept.operation, waiting);
    entry.kept = { ...entry.kept, refusal: { error, dropped } };
    this.keepOnly((other) => other === entry || !dropped.includes(other.kept.operation));
    return dropped;
  }

  /**
   * Takes over what is kept, after this tab was away or has just begun. What was kept and is not any more has been
   * dealt with by another tab, unless it `isNewer`; what is known of the rest is newer, but for whose it is.
   */
  restore(kept: readonly KeptOperation[], isNewer: (known: KeptOperation) => boolean): void {
    const stored = new Set(kept.map(({ operation }) => operation.id));
    this.keepOnly((entry) => {
      const { operation } = entry.kept;
      return entry.acknowledgedSeq !== null || stored.has(operation.id) || isNewer(entry.kept);
    });
    this.put(kept.map((each) => ({ ...(this.find(each.operation.id)?.kept ?? each), tab: each.tab })));
  }

  /** All that another tab has under way, as it says. Answers with what of this tab's own falls with a refusal there. */
  replaceOthers(tab: Id, kept: readonly KeptOperation[]): Id[] {
    const listed = new Set(kept.map(({ operation }) => operation.id));
    const dropped = new Set(kept.flatMap(({ refusal }) => refusal?.dropped.map(({ id }) => id) ?? []));
    const fallen = this.ownedBy(this.tab).map(({ operation }) => operation.id);
    this.keepOnly(({ kept: { operation, tab: owner }, acknowledgedSeq }) => {
      if (listed.has(operation.id) || acknowledgedSeq !== null) return true;
      return owner !== tab && !dropped.has(operation.id);
    });
    // What it said before it was gone may be heard after its work came here.
    this.put(kept.filter(({ operation }) => this.find(operation.id)?.kept.tab !== this.tab));
    return fallen.filter((id) => dropped.has(id));
  }
}
