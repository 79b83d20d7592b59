import type { Id, Instant } from './model';
import type { Command, LogId } from './protocol';

/** One change somebody made here. `id` stays the same however often it is sent. */
export type Operation = Command & { id: Id; workspace_id: LogId; made_by: Id; made_at: Instant };
