import { create } from 'zustand';
import { type Board, boardOf, reduceBoard } from '../../client/board';
import type { Feed, FeedStatus } from '../../client/Feed';
import { Idleness } from '../../client/Idleness';
import { keep } from '../../client/keep';
import { Live } from '../../client/Live';
import type { LiveState } from '../../client/LiveSocket';
import type { Id, Person } from '../../client/model';
import { type CommentOperation, isCommentOperation, type Operation } from '../../client/operation';
import { pendingTaskIds, withPending } from '../../client/optimistic';
import { type Own, ownOf, reduceOwn, withPendingOwn, withWorkspace } from '../../client/own';
import { nobody, type People, viewersByTask } from '../../client/people';
import type { TypingField } from '../../client/protocol';
import { type IdRows, rowsOf } from '../../client/rows';
import type { Typist } from '../../client/Typists';
import { openTabs } from '../../client/tabs/openTabs';
import type { Tasks } from '../../client/tasks';
import { liveTransports } from '../../client/transports';
import { texts } from '../texts';
import { draftsAreKept, pruneDrafts } from './drafts';
import { rejected, useConflicts } from './rejections';
import { api, session } from './session';
import { showToast } from './toasts';

export interface Tandem {
  connection: LiveState;
  /** Changes the server has not answered yet, over all workspaces. */
  unansweredCount: number;
  own: Own | null;
  ownStatus: FeedStatus;
  ownPending: ReadonlySet<Id>;
  /** The open workspace with what is pending on top. */
  workspaceId: Id | null;
  board: Board | null;
  boardStatus: FeedStatus;
  boardPending: ReadonlySet<Id>;
  /** The ids of every column's tasks in their order. */
  rows: IdRows;
  /** What is under way with comments, over all workspaces. */
  commentOperations: readonly CommentOperation[];
  /** Who has the open workspace open too, oneself included. */
  people: People;
  /** The others who look at each task of it. */
  viewers: ReadonlyMap<Id, readonly Person[]>;
  /** Who is typing where in the task on the screen. */
  typists: readonly Typist[];
}

const noIds: ReadonlySet<Id> = new Set();

const nothing: Tandem = {
  connection: { kind: 'idle' },
  unansweredCount: 0,
  own: null,
  ownStatus: 'loading',
  ownPending: noIds,
  workspaceId: null,
  board: null,
  boardStatus: 'loading',
  boardPending: noIds,
  rows: new Map(),
  commentOperations: [],
  people: nobody,
  viewers: new Map(),
  typists: [],
};

const idleAfterMs = 5 * 60_000;

/** Everything the screen shows, as the live client has it. Components read, `commands.ts` changes. */
export const useTandem = create<Tandem>(() => nothing);

let live: Live | null = null;
let ownFeed: Feed<Own> | null = null;
let boardFeed: Feed<Board> | null = null;

/** Called when somebody is signed in. Answers with how to end it. */
export function startLive(userId: Id): () => void {
  const started = new Live({
    userId,
    transports: liveTransports(location),
    token: async (fresh) => {
      const token = await (fresh ? session.freshToken() : session.accessToken());
      // A page out of the browser's history may not have heard that somebody else has signed in meanwhile.
      return session.user?.id === userId ? token : null;
    },
    tabs: openTabs(userId),
    onState: (connection) => useTandem.setState({ connection }),
    onChange: show,
    onRejected: (operation, error, dropped) => {
      if (rejected(operation, error, dropped)) started.outbox.settle(operation.id);
    },
  });
  const idleness = new Idleness(idleAfterMs, (idle) => started.setActive(!idle));
  live = started;
  started.open();
  idleness.start();
  ownFeed = started.follow({
    logId: null,
    snapshot: async () => ownOf(await api.ownSnapshot()),
    reduce: reduceOwn,
  });
  const stopGuarding = guardWork(started);
  pruneDrafts();
  return () => {
    idleness.stop();
    stopGuarding();
    tellWhatIsLeft(started);
    started.close();
    useConflicts.setState({ conflicts: [] });
    live = ownFeed = boardFeed = null;
    useTandem.setState(nothing);
  };
}

/** The browser asks before the page goes only where something would go with it. */
function guardWork({ outbox }: Live): () => void {
  const leaving = (event: BeforeUnloadEvent) => {
    if (!outbox.isSafe() || !draftsAreKept()) event.preventDefault();
  };
  window.addEventListener('beforeunload', leaving);
  return () => window.removeEventListener('beforeunload', leaving);
}

/** What somebody leaves unsent when they sign out is theirs: nobody else sends it, and they do when they come back. */
function tellWhatIsLeft({ outbox: { unansweredCount } }: Live): void {
  if (session.user !== null || unansweredCount === 0) return;
  showToast({ kind: 'info', title: texts.toasts.left(unansweredCount), detail: texts.toasts.leftHint });
}

/** Follows a workspace while its pages are open. Answers with how to end it. */
export function openWorkspace(workspaceId: Id): () => void {
  const feed = theLive().follow({
    logId: workspaceId,
    snapshot: async () => boardOf(await api.workspaceSnapshot(workspaceId)),
    reduce: reduceBoard,
  });
  boardFeed = feed;
  show();
  return () => {
    if (boardFeed !== feed) return;
    boardFeed = null;
    live?.unfollow(workspaceId);
    show();
  };
}

/** Whether somebody is signed in whose changes are seen through. */
export function hasLive(): boolean {
  return live !== null;
}

export function theLive(): Live {
  if (live === null) throw new Error('Nobody is signed in.');
  return live;
}

/** The person has read of a refusal, and decided what there was to decide. */
export function settleRefusal(operationId: Id): void {
  live?.outbox.settle(operationId);
}

/** Tells the others that a key was pressed in a field of the task on the screen. */
export function sayTyping(field: TypingField): void {
  live?.presence.type(field);
}

export function sayTypingStopped(): void {
  live?.presence.stopTyping();
}

/** How far the open workspace's log has been applied; `null` while another one is open. */
export function boardSeq(workspaceId: Id): number | null {
  return boardFeed?.logId === workspaceId ? (boardFeed.position?.seq ?? null) : null;
}

export function retryNow(): void {
  live?.retry();
  if (ownFeed?.status === 'failed') ownFeed.load();
  if (boardFeed?.status === 'failed') boardFeed.load();
}

/** Shows what an answer over REST told before the person's own log does. */
export function patchOwn(change: (own: Own) => Own): void {
  ownFeed?.patch(change);
}

function show(): void {
  useTandem.setState((shown) => ({
    unansweredCount: live?.outbox.unansweredCount ?? 0,
    ...ownView(),
    ...boardView(shown),
    ...peopleView(shown),
    commentOperations: commentOperations(shown.commentOperations),
  }));
  rememberName();
  rememberBoardName();
}

function ownView(): Partial<Tandem> {
  const own = ownFeed?.state ?? null;
  const pending = live?.outbox.pending(null) ?? [];
  return {
    own: own && withPendingOwn(own, pending),
    ownStatus: ownFeed?.status ?? 'loading',
    ownPending: pending.length > 0 ? pendingTaskIds(pending) : noIds,
  };
}

function boardView(shown: Tandem): Partial<Tandem> {
  const workspaceId = boardFeed?.logId ?? null;
  const confirmed = boardFeed?.state ?? null;
  const pending = workspaceId === null ? [] : (live?.outbox.pending(workspaceId) ?? []);
  const tasks = confirmed && pendingView(confirmed, pending);
  return {
    workspaceId,
    board: confirmed && tasks && tasks !== confirmed.tasks ? { ...confirmed, tasks } : confirmed,
    boardStatus: boardFeed?.status ?? 'loading',
    boardPending: pending.length > 0 ? pendingTaskIds(pending) : noIds,
    rows: rowsOf(tasks, { tasks: shown.board?.tasks ?? null, rows: shown.rows }),
  };
}

let viewed: { confirmed: Board; pending: readonly Operation[]; tasks: Tasks } | null = null;

/** Made anew only for other tasks or operations: people come, go and type far more often. */
function pendingView(confirmed: Board, pending: readonly Operation[]): Tasks {
  const same = viewed?.confirmed === confirmed && keep(viewed.pending, pending) === viewed.pending;
  if (viewed === null || !same)
    viewed = { confirmed, pending, tasks: withPending(confirmed.tasks, pending, confirmed) };
  return viewed.tasks;
}

function commentOperations(before: readonly CommentOperation[]): readonly CommentOperation[] {
  const logs = [null, boardFeed?.logId ?? null];
  const pending = [...new Set(logs)].flatMap((logId) => live?.outbox.pending(logId) ?? []);
  return keep(before, pending.filter(isCommentOperation));
}

function peopleView(shown: Tandem): Partial<Tandem> {
  const people = live?.presence.people(boardFeed?.logId ?? null) ?? nobody;
  const typists = live?.presence.typists.list ?? nothing.typists;
  if (people === shown.people) return { typists };
  return { people, typists, viewers: viewersByTask(people, session.user?.id ?? '', shown.viewers) };
}

function rememberName(): void {
  const user = ownFeed?.state?.user;
  if (user !== undefined && session.user !== null && session.user.name !== user.name) session.rename(user);
}

function rememberBoardName(): void {
  const workspace = boardFeed?.state?.workspace;
  if (workspace === undefined) return;
  const listed = ownFeed?.state?.workspaces.find(({ id }) => id === workspace.id);
  // A new name comes over the workspace's log, the switcher's list over the person's own.
  if (listed !== undefined && listed.name !== workspace.name)
    patchOwn((own) => withWorkspace(own, workspace));
}
