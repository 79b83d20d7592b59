import { Redirect } from 'wouter';
import { routes } from '../routes';
import { useTandem } from '../state/tandem';
import { Loading } from '../ui/Loading';
import { lastWorkspace } from './lastUsed';

/** Leads to the board last worked on, or the only one there is, or the list to choose one from. */
export function Start() {
  const workspaces = useTandem((state) => state.own?.workspaces);
  const failed = useTandem((state) => state.ownStatus === 'failed');
  const used = lastWorkspace();
  if (used !== null) return <Redirect to={routes.board(used)} state={atStart} replace />;
  if (workspaces === undefined && !failed) return <Loading />;
  const only = workspaces?.length === 1 ? workspaces[0] : undefined;
  return <Redirect to={only ? routes.board(only.id) : routes.workspaces} replace />;
}

const atStart = { start: true };

/** Whether nobody asked for the page that is open: it was only tried. */
export function cameFromStart(): boolean {
  const state: unknown = history.state;
  return state !== null && typeof state === 'object' && 'start' in state;
}
