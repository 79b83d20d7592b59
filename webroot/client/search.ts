import type { Id, Task } from './model';

/** A task that matches, with its best hit. */
export interface Found {
  task: Task;
  /** `null`: a personal task. */
  workspace_name: string | null;
  field: 'number' | 'title' | 'description' | 'comment';
  /** Where the hit is in a comment. */
  comment_id: Id | null;
  /** Plain text around the hit. */
  excerpt: string;
  /** The parts of the excerpt that were looked for: where each begins, and the first place behind it. */
  highlights: readonly (readonly [number, number])[];
}
