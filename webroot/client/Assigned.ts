import type { Feed, LogReader } from './Feed';
import type { Id, Position, Task } from './model';
import type { Operation } from './operation';
import { withPending } from './optimistic';
import type { LiveEvent, LogId } from './protocol';
import { indexTasks, reduceTasks, type Tasks, withTasks } from './tasks';

export interface AssignedOptions {
  userId: Id;
  /** The open tasks assigned to the person, over all workspaces. */
  read: () => Promise<readonly Task[]>;
  /** Those of one workspace, and a position of its log from before they were read. */
  readWorkspace: (workspaceId: Id) => Promise<{ tasks: readonly Task[]; position: Position }>;
  live: {
    follow: (reader: LogReader<Tasks>) => Feed<Tasks>;
    unfollow: (logId: LogId) => void;
    outbox: { pending: (logId: LogId) => readonly Operation[] };
  };
  onChange: () => void;
}

/** How many workspaces are followed at a time. Of what is assigned beyond them a notification tells. */
export const followedWorkspacesMax = 8;

/**
 * The open tasks assigned to one person, over all their workspaces. They are read once, and the logs of the workspaces they
 * are in are followed without what else is in them.
 */
export class Assigned {
  failed = false;
  private listed: readonly Task[] | null = null;
  private shown: readonly Task[] | null = null;
  private readonly feeds = new Map<Id, Feed<Tasks>>();
  private readings = 0;

  constructor(private readonly options: AssignedOptions) {}

  /** The tasks as they are now with what is under way on top; `null` until they have been read. The same list while nothing changes. */
  get tasks(): readonly Task[] | null {
    if (this.listed === null) return null;
    const tasks = this.workspaceIds().flatMap((id) => this.openIn(id));
    const same =
      tasks.length === this.shown?.length && tasks.every((task, index) => task === this.shown?.[index]);
    if (!same) this.shown = tasks;
    return this.shown;
  }

  async load(): Promise<void> {
    this.readings += 1;
    const reading = this.readings;
    this.failed = false;
    try {
      const tasks = await this.options.read();
      if (reading === this.readings) this.listed = tasks.filter((task) => task.workspace_id !== null);
    } catch {
      if (reading === this.readings) this.failed = true;
    }
    if (reading === this.readings) this.options.onChange();
  }

  /** Follows as many of the person's workspaces as there may be, first those where something is assigned to them. */
  follow(workspaceIds: readonly Id[]): void {
    for (const id of this.feeds.keys()) if (!workspaceIds.includes(id)) this.unfollow(id);
    const busy = new Set(this.listed?.map((task) => task.workspace_id));
    const wanted = workspaceIds.toSorted((left, right) => Number(busy.has(right)) - Number(busy.has(left)));
    for (const id of wanted) {
      if (this.feeds.size >= followedWorkspacesMax) return;
      if (!this.feeds.has(id)) this.feeds.set(id, this.options.live.follow(this.readerOf(id)));
    }
  }

  close(): void {
    this.readings += 1;
    for (const id of [...this.feeds.keys()]) this.unfollow(id);
  }

  private unfollow(id: Id): void {
    this.feeds.delete(id);
    this.options.live.unfollow(id);
  }

  private readerOf(workspaceId: Id): LogReader<Tasks> {
    const { userId } = this.options;
    return {
      logId: workspaceId,
      snapshot: async () => {
        const { tasks, position } = await this.options.readWorkspace(workspaceId);
        return { state: indexTasks(tasks), position };
      },
      reduce: (tasks, event) => reduceAssigned(userId, tasks, event),
    };
  }

  private workspaceIds(): Id[] {
    const listed = (this.listed ?? []).flatMap(({ workspace_id }) =>
      workspace_id === null ? [] : [workspace_id],
    );
    return [...new Set([...listed, ...this.feeds.keys()])];
  }

  private openIn(workspaceId: Id): Task[] {
    const feed = this.feeds.get(workspaceId);
    if (feed?.status === 'gone') return [];
    const known =
      feed?.state ?? indexTasks(this.listed?.filter((task) => task.workspace_id === workspaceId) ?? []);
    const pending = this.options.live.outbox.pending(workspaceId);
    return [...withPending(known, pending, { columns: [] }).values()].filter((task) =>
      isOpenFor(this.options.userId, task),
    );
  }
}

/** What of a workspace's tasks concerns one person, after its next event. */
export function reduceAssigned(userId: Id, tasks: Tasks, event: LiveEvent): Tasks {
  const about = event.data as Partial<Task> | null;
  const concerns = about?.id !== undefined && (tasks.has(about.id) || about.assigned_to === userId);
  if (event.type.startsWith('task.') && !concerns) return tasks;
  const reduced = reduceTasks(tasks, event);
  const changed = about?.id === undefined ? undefined : reduced.get(about.id);
  if (changed === undefined || isOpenFor(userId, changed)) return reduced;
  return withTasks(reduced, [[changed.id, null]]);
}

function isOpenFor(userId: Id, task: Task): boolean {
  return task.assigned_to === userId && task.completed_at === null;
}
