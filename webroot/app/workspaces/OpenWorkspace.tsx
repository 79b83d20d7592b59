import { CloudOff, DoorClosed } from 'lucide-react';
import { type ReactNode, useEffect, useLayoutEffect } from 'react';
import { Link, Redirect } from 'wouter';
import type { Board } from '../../client/board';
import { roleOf } from '../../client/board';
import type { Id, Role } from '../../client/model';
import { useArrival } from '../activity/visits';
import { routes } from '../routes';
import { session } from '../state/session';
import { openWorkspace, retryNow, useTandem } from '../state/tandem';
import { BoardSkeleton } from '../tasks/BoardSkeleton';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { usePageTitle } from '../ui/usePageTitle';
import { forgetUse, noteUse } from './lastUsed';
import { cameFromStart } from './Start';

/** Follows a workspace while one of its pages is open, and stands in for the page until there is something to show. */
export function OpenWorkspace({ workspaceId, children }: { workspaceId: Id; children: ReactNode }) {
  useEffect(() => openWorkspace(workspaceId), [workspaceId]);
  useArrival(workspaceId);
  const loaded = useTandem((state) => state.workspaceId === workspaceId && state.board !== null);
  const status = useTandem((state) => (state.workspaceId === workspaceId ? state.boardStatus : 'loading'));
  useRemembered(workspaceId, loaded, status === 'gone');
  if (status === 'gone') return cameFromStart() ? <Redirect to="/" replace /> : <Gone />;
  if (loaded) return children;
  return status === 'failed' ? <Failed /> : <BoardSkeleton />;
}

/** Leads here again next time, or never again. Before the redirect looks, hence while the page is laid out. */
function useRemembered(workspaceId: Id, loaded: boolean, gone: boolean) {
  useLayoutEffect(() => {
    const userId = session.user?.id;
    if (userId === undefined) return;
    if (gone) forgetUse(userId, workspaceId);
    else if (loaded) noteUse(userId, workspaceId);
  }, [workspaceId, loaded, gone]);
}

/** The open workspace. Only for components inside `OpenWorkspace`. */
export function useBoard<Part>(select: (board: Board) => Part): Part {
  return useTandem((state) => {
    if (state.board === null) throw new Error('No workspace is open.');
    return select(state.board);
  });
}

/** The reader's own role in the open workspace. */
export function useRole(): Role {
  return useBoard((board) => roleOf(board, session.user?.id ?? ''));
}

function Gone() {
  usePageTitle(texts.workspaces.gone);
  return (
    <Notice
      icon={<DoorClosed size={20} />}
      title={texts.workspaces.gone}
      hint={texts.workspaces.goneHint}
      page
    >
      <Link href={routes.workspaces} className="button button-plain">
        {texts.navigation.allWorkspaces}
      </Link>
    </Notice>
  );
}

function Failed() {
  return (
    <Notice
      icon={<CloudOff size={20} />}
      title={texts.workspaces.loadFailed}
      hint={texts.problems.network ?? ''}
      page
    >
      <Button look="primary" onClick={retryNow}>
        {texts.actions.retry}
      </Button>
    </Notice>
  );
}
