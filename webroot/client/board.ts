import type { Column, Id, Label, Member, Position, Workspace, WorkspaceSnapshot } from './model';
import type { LiveEvent } from './protocol';
import { byRank } from './rank';
import { indexTasks, reduceTasks, type Tasks } from './tasks';

/** Everything of one workspace at one position of its log. */
export interface Board {
  workspace: Workspace;
  /** By rank. */
  columns: readonly Column[];
  labels: readonly Label[];
  members: readonly Member[];
  tasks: Tasks;
}

export function boardOf(snapshot: WorkspaceSnapshot): { state: Board; position: Position } {
  const { epoch, seq, workspace, columns, labels, members, tasks } = snapshot;
  return {
    position: { epoch, seq },
    state: { workspace, columns: columns.toSorted(byRank), labels, members, tasks: indexTasks(tasks) },
  };
}

/** The board after the next event of its log. Types it does not know change nothing. */
export function reduceBoard(board: Board, event: LiveEvent): Board {
  const change = changes[event.type];
  if (change) return change(board, event.data);
  const tasks = reduceTasks(board.tasks, event);
  return tasks === board.tasks ? board : { ...board, tasks };
}

type Change = (board: Board, data: unknown) => Board;

const putColumn: Change = (board, data) => ({
  ...board,
  columns: put(board.columns, data as Column, 'id').toSorted(byRank),
});

const putLabel: Change = (board, data) => ({ ...board, labels: put(board.labels, data as Label, 'id') });

const removeMember: Change = (board, data) =>
  withMembers(board, without(board.members, 'user_id', (data as Member).user_id));

const changes: Record<string, Change> = {
  'workspace.updated': (board, data) => ({
    ...board,
    workspace: { ...board.workspace, ...(data as Workspace) },
  }),
  'column.created': putColumn,
  'column.updated': putColumn,
  'column.moved': putColumn,
  'column.deleted': (board, data) => ({
    ...board,
    columns: without(board.columns, 'id', (data as Column).id),
  }),
  'label.created': putLabel,
  'label.updated': putLabel,
  'label.deleted': (board, data) => ({ ...board, labels: without(board.labels, 'id', (data as Label).id) }),
  'member.joined': (board, data) => withMembers(board, put(board.members, data as Member, 'user_id')),
  'member.updated': (board, data) => withMembers(board, put(board.members, data as Member, 'user_id')),
  'member.removed': removeMember,
  'member.left': removeMember,
};

function withMembers(board: Board, members: readonly Member[]): Board {
  return { ...board, members, workspace: { ...board.workspace, member_count: members.length } };
}

function put<Item, Key extends keyof Item>(items: readonly Item[], item: Item, key: Key): Item[] {
  const index = items.findIndex((other) => other[key] === item[key]);
  return index < 0 ? [...items, item] : items.with(index, item);
}

function without<Item, Key extends keyof Item>(items: readonly Item[], key: Key, value: Item[Key]): Item[] {
  return items.filter((item) => item[key] !== value);
}

/** The reader's own role, from the list of members, which events keep current. */
export function roleOf(board: Board, userId: Id) {
  return board.members.find((member) => member.user_id === userId)?.role ?? 'viewer';
}
