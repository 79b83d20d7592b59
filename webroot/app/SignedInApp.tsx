import { Suspense, useEffect, useState } from 'react';
import { Route, Switch } from 'wouter';
import type { Id } from '../client/model';
import { routes } from './routes';
import { Shell } from './shell/Shell';
import { useConflicts } from './state/rejections';
import { startLive } from './state/tandem';
import { BoardPage } from './tasks/BoardPage';
import { later } from './ui/later';
import { NotFound } from './ui/NotFound';
import { OpenWorkspace } from './workspaces/OpenWorkspace';
import { Start } from './workspaces/Start';

const NotificationSettingsPage = later(() => import('./notifications/NotificationSettingsPage'));
const ActivityPage = later(() => import('./activity/ActivityPage'));
const MyTasksPage = later(() => import('./tasks/MyTasksPage'));
const WorkspacesPage = later(() => import('./workspaces/WorkspacesPage'));
const MembersPage = later(() => import('./workspaces/MembersPage'));
const SettingsPage = later(() => import('./workspaces/SettingsPage'));
const ConflictDialog = later(async () => ({
  default: (await import('./tasks/ConflictDialog')).ConflictDialog,
}));
const ProfilePage = later(() => import('./accounts/ProfilePage'));

/** Everything behind the sign-in. Lives as long as the person stays the same. */
export function SignedInApp({ userId }: { userId: Id }) {
  const [startedFor, setStartedFor] = useState<Id | null>(null);
  useEffect(() => {
    const stop = startLive(userId);
    setStartedFor(userId);
    return () => {
      setStartedFor(null);
      stop();
    };
  }, [userId]);
  if (startedFor !== userId) return null;
  return (
    <Shell>
      <SignedInPages />
      <Conflicts />
    </Shell>
  );
}

function Conflicts() {
  const any = useConflicts((state) => state.conflicts.length > 0);
  return any ? (
    <Suspense fallback={null}>
      <ConflictDialog />
    </Suspense>
  ) : null;
}

function SignedInPages() {
  return (
    <Switch>
      <Route path="/">
        <Start />
      </Route>
      <Route path={routes.workspaces}>
        <WorkspacesPage />
      </Route>
      <Route path="/tasks/:taskId?">{({ taskId }) => <MyTasksPage taskId={taskId ?? null} />}</Route>
      <Route path={routes.profile}>
        <ProfilePage />
      </Route>
      <Route path={routes.notificationSettings}>
        <NotificationSettingsPage />
      </Route>
      <Route path="/workspaces/:workspaceId/*?">
        {({ workspaceId }) => (
          <OpenWorkspace key={workspaceId} workspaceId={workspaceId}>
            <WorkspacePages />
          </OpenWorkspace>
        )}
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}

function WorkspacePages() {
  return (
    <Switch>
      <Route path="/workspaces/:workspaceId/members">
        <MembersPage />
      </Route>
      <Route path="/workspaces/:workspaceId/activity">
        <ActivityPage />
      </Route>
      <Route path="/workspaces/:workspaceId/settings">
        <SettingsPage />
      </Route>
      <Route path={/^\/workspaces\/[^/]+(?:\/tasks\/(?<taskId>[^/]+))?\/?$/}>
        {({ taskId }) => <BoardPage taskId={taskId ?? null} />}
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}
