import { Clock, DoorOpen, Link2Off, type LucideIcon, Undo2, UserX, WifiOff } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { ApiError } from '../../client/ApiError';
import { Gate } from '../accounts/Gate';
import { routes, withNext } from '../routes';
import { reasonOf } from '../state/errors';
import { api, session, signOut, useUserId } from '../state/session';
import { texts } from '../texts';
import { WorkspaceMark } from '../ui/Avatar';
import { Button } from '../ui/Button';
import { FormProblem } from '../ui/Field';
import { Loading } from '../ui/Loading';
import { useInvitePreview } from './useInvitePreview';

const words = texts.join;

export default function JoinPage({ token }: { token: string }) {
  const userId = useUserId();
  const preview = useInvitePreview(token);
  if (preview.failure) return <Failure error={preview.failure} onRetry={preview.retry} />;
  if (preview.workspaceName === undefined) return <Checking />;
  return (
    <Gate
      mark={<WorkspaceMark id={preview.workspaceName} name={preview.workspaceName} size={32} />}
      title={words.title(preview.workspaceName)}
    >
      <p className="soft">{words.hint}</p>
      {userId ? <Join token={token} /> : <AccountFirst token={token} />}
    </Gate>
  );
}

function Checking() {
  return (
    <Gate title={words.checking}>
      <div className="skeleton gate-outline" />
      <Loading />
    </Gate>
  );
}

function Join({ token }: { token: string }) {
  const [, go] = useLocation();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const join = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const { workspace_id } = await api.join(token);
      go(routes.board(workspace_id), { replace: true });
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <>
      {failure !== null && <FormProblem>{joinReason(failure)}</FormProblem>}
      <Button look="primary" busy={busy} onClick={join}>
        {words.join}
      </Button>
      <AsWhom token={token} />
    </>
  );
}

/** Who has several accounts sees which one would join, and can come back with another. */
function AsWhom({ token }: { token: string }) {
  const [, go] = useLocation();
  const change = async () => {
    await signOut().catch(() => undefined);
    go(withNext(routes.signIn, routes.join(token)));
  };
  const { name, email } = session.user ?? { name: '', email: '' };
  return (
    <p className="gate-other">
      {words.as(name, email)}{' '}
      <button type="button" className="link-button" onClick={change}>
        {words.otherAccount}
      </button>
    </p>
  );
}

function AccountFirst({ token }: { token: string }) {
  const here = routes.join(token);
  return (
    <>
      <p className="soft">{words.needAccount}</p>
      <Link className="button button-primary" href={withNext(routes.signUp, here)}>
        {texts.accounts.signUp}
      </Link>
      <Link className="button button-plain" href={withNext(routes.signIn, here)}>
        {texts.accounts.signIn}
      </Link>
    </>
  );
}

const failureMarks: Record<string, LucideIcon> = {
  invite_expired: Clock,
  invite_used_up: DoorOpen,
  invite_revoked: Undo2,
  invite_wrong_email: UserX,
  network: WifiOff,
};

function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const code = error instanceof ApiError ? error.code : '';
  const known = failureOf(error);
  const Mark = failureMarks[code] ?? Link2Off;
  return (
    <Gate mark={<Mark size={20} aria-hidden />} title={known?.title ?? words.failed}>
      <p className="soft">{known?.hint ?? reasonOf(error)}</p>
      {known === undefined && (
        <Button look="primary" onClick={onRetry}>
          {texts.actions.retry}
        </Button>
      )}
      <Link className="button button-plain" href="/">
        {texts.navigation.home}
      </Link>
    </Gate>
  );
}

function joinReason(error: unknown): string {
  const known = failureOf(error);
  return known ? `${known.title}. ${known.hint}` : reasonOf(error);
}

function failureOf(error: unknown) {
  return error instanceof ApiError ? words.failures[error.code] : undefined;
}
