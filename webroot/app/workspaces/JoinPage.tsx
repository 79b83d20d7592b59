import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { ApiError } from '../../client/ApiError';
import { Gate } from '../accounts/Gate';
import { routes, withNext } from '../routes';
import { reasonOf } from '../state/errors';
import { api, session, useUserId } from '../state/session';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { FormProblem } from '../ui/Field';
import { Loading } from '../ui/Loading';
import { usePageTitle } from '../ui/usePageTitle';

export default function JoinPage({ token }: { token: string }) {
  const userId = useUserId();
  const preview = usePreview(token);
  usePageTitle(preview.workspaceName && texts.join.title(preview.workspaceName));
  if (preview.failure) return <Failure error={preview.failure} />;
  if (preview.workspaceName === undefined) return <Loading />;
  return (
    <Gate title={texts.join.title(preview.workspaceName)}>
      <p className="soft">{texts.join.hint}</p>
      {userId ? <Join token={token} /> : <AccountFirst token={token} />}
    </Gate>
  );
}

interface Preview {
  workspaceName?: string;
  failure?: unknown;
}

function usePreview(token: string): Preview {
  const [preview, setPreview] = useState<Preview>({});
  useEffect(() => {
    let wanted = true;
    const show = (next: Preview) => wanted && setPreview(next);
    setPreview({});
    api.previewInvite(token).then(
      ({ workspace_name }) => show({ workspaceName: workspace_name }),
      (failure) => show({ failure }),
    );
    return () => {
      wanted = false;
    };
  }, [token]);
  return preview;
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
      go(routes.board(workspace_id));
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <>
      {failure !== null && <FormProblem>{joinReason(failure)}</FormProblem>}
      <Button look="primary" busy={busy} onClick={join}>
        {texts.join.join}
      </Button>
      <p className="gate-other">{texts.join.as(session.user?.name ?? '')}</p>
    </>
  );
}

function AccountFirst({ token }: { token: string }) {
  const here = routes.join(token);
  return (
    <>
      <p className="soft">{texts.join.needAccount}</p>
      <Link className="button button-primary" href={withNext(routes.signUp, here)}>
        {texts.accounts.signUp}
      </Link>
      <Link className="button button-plain" href={withNext(routes.signIn, here)}>
        {texts.accounts.signIn}
      </Link>
    </>
  );
}

function Failure({ error }: { error: unknown }) {
  const known = failureOf(error);
  return (
    <Gate title={known?.title ?? texts.join.failed}>
      <p className="soft">{known?.hint ?? reasonOf(error)}</p>
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
  return error instanceof ApiError ? texts.join.failures[error.code] : undefined;
}
