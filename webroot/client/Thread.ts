import { ApiError } from './ApiError';
import type { LogListener } from './Live';
import type { Comment, Id } from './model';
import type { CommentOperation, Operation } from './operation';
import { isCommentOperation } from './operation';
import type { LiveEvent } from './protocol';

export interface ThreadOptions {
  taskId: Id;
  /** Every comment of the task there is. */
  read: () => Promise<readonly Comment[]>;
  /** Tells of every event in the task's log, and answers with how to stop. */
  listen: (listener: LogListener) => () => void;
  onChange: () => void;
}

export type ThreadStatus = 'loading' | 'ready' | 'failed';

/** The comments of one task: read once, and kept current by the events of its log. */
export class Thread {
  status: ThreadStatus = 'loading';
  /** The oldest first. */
  comments: readonly Comment[] = [];
  /** What events told since the comments were asked for; `null`: deleted. It stands above what was read. */
  private readonly heard = new Map<Id, Comment | null>();
  private readonly stopListening: () => void;
  private reading = 0;

  constructor(private readonly options: ThreadOptions) {
    this.stopListening = options.listen((event) => this.hear(event));
    this.load();
  }

  async load(): Promise<void> {
    this.reading += 1;
    const reading = this.reading;
    try {
      const comments = await this.options.read();
      if (reading === this.reading) this.enter('ready', comments);
    } catch (error) {
      if (reading === this.reading) this.failed(error);
    }
  }

  close(): void {
    this.reading += 1;
    this.stopListening();
  }

  /** A task nobody else knows yet has no comments. */
  private failed(error: unknown): void {
    if (error instanceof ApiError && error.status === 404) return this.enter('ready', this.comments);
    this.enter(this.status === 'ready' ? 'ready' : 'failed', this.comments);
  }

  private hear(event: LiveEvent | null): void {
    if (event === null) {
      this.heard.clear();
      this.load();
      return;
    }
    if (!event.type.startsWith('comment.')) return;
    const comment = event.data as Comment;
    if (comment.task_id !== this.options.taskId) return;
    this.heard.set(comment.id, event.type === 'comment.deleted' ? null : comment);
    this.enter(this.status, this.comments);
  }

  private enter(status: ThreadStatus, read: readonly Comment[]): void {
    this.status = status;
    this.comments = merged(read, this.heard);
    this.options.onChange();
  }
}

function merged(read: readonly Comment[], heard: ReadonlyMap<Id, Comment | null>): Comment[] {
  const byId = new Map<Id, Comment | null>(read.map((comment) => [comment.id, comment]));
  for (const [id, comment] of heard) byId.set(id, comment);
  return [...byId.values()].filter((comment) => comment !== null).toSorted(byAge);
}

function byAge(left: Comment, right: Comment): number {
  return left.created_at.localeCompare(right.created_at) || left.id.localeCompare(right.id);
}

/** A comment as the screen has it: `pending` while the server has not confirmed what was last done with it. */
export interface ShownComment extends Comment {
  pending: boolean;
}

/** The comments with what is under way on top. */
export function withPendingComments(
  taskId: Id,
  comments: readonly Comment[],
  pending: readonly Operation[],
  author: Comment['author'],
): ShownComment[] {
  const shown = new Map<Id, ShownComment>(
    comments.map((comment) => [comment.id, { ...comment, pending: false }]),
  );
  for (const operation of pending.filter(isCommentOperation)) apply(shown, taskId, operation, author);
  return [...shown.values()];
}

function apply(
  shown: Map<Id, ShownComment>,
  taskId: Id,
  operation: CommentOperation,
  author: Comment['author'],
): void {
  if (operation.type === 'comment.create') {
    const { id, task_id, text, mentions } = operation.data;
    const { workspace_id, made_at: created_at } = operation;
    if (task_id !== taskId || shown.has(id)) return;
    shown.set(id, {
      id,
      task_id,
      workspace_id,
      author,
      text,
      mentions,
      created_at,
      edited_at: null,
      pending: true,
    });
    return;
  }
  const comment = shown.get(operation.data.comment_id);
  if (comment === undefined) return;
  if (operation.type === 'comment.delete') shown.delete(comment.id);
  else {
    const { comment_id: _, ...changed } = operation.data;
    shown.set(comment.id, { ...comment, ...changed, edited_at: operation.made_at, pending: true });
  }
}
