import type { Task } from './model';

/** A task that matches, and what in it does. */
export interface Found {
  task: Task;
  /** `null`: a personal task. */
  workspace_name: string | null;
  field: string;
  excerpt: string | null;
}
