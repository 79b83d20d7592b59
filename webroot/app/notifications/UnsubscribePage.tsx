import { useCallback, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { ApiError } from '../../client/ApiError';
import { Gate } from '../accounts/Gate';
import { routes } from '../routes';
import { reasonOf } from '../state/errors';
import { api } from '../state/session';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { FormProblem } from '../ui/Field';
import { Loading } from '../ui/Loading';
import { useForm } from '../ui/useForm';

const words = texts.unsubscribe;

/** Where the link at the end of an e-mail leads. Needs nobody signed in; asks first, because programs follow links too. */
export default function UnsubscribePage({ token }: { token: string }) {
  const { kind, failure, load } = useSubscription(token);
  if (failure !== null) return <Failure error={failure} onRetry={load} />;
  if (kind === null) return <Loading />;
  return <Ask token={token} kind={kind} />;
}

function useSubscription(token: string) {
  const [kind, setKind] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const load = useCallback(() => {
    setFailure(null);
    api.previewUnsubscribe(token).then((answer) => setKind(answer.kind), setFailure);
  }, [token]);
  useEffect(load, [load]);
  return { kind, failure, load };
}

function Ask({ token, kind }: { token: string; kind: string }) {
  const [stopped, setStopped] = useState(false);
  const form = useForm(async () => {
    await api.unsubscribe(token);
    setStopped(true);
  });
  if (stopped) {
    return (
      <Gate title={words.stopped}>
        <p className="soft" role="status">
          {sayingFor(kind, words.stoppedHint)}
        </p>
        <SettingsLink />
      </Gate>
    );
  }
  return (
    <Gate title={sayingFor(kind, words.question)}>
      <form className="form" onSubmit={form.submit}>
        <p className="soft">{words.hint}</p>
        {form.problem && <FormProblem>{form.problem}</FormProblem>}
        <Button type="submit" look="primary" busy={form.busy}>
          {words.stop}
        </Button>
      </form>
    </Gate>
  );
}

function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const wrong = error instanceof ApiError && error.status >= 400 && error.status < 500;
  if (wrong) {
    return (
      <Gate title={words.wrong}>
        <p className="soft">{words.wrongHint}</p>
        <SettingsLink />
      </Gate>
    );
  }
  return (
    <Gate title={words.failed}>
      <p className="soft">{reasonOf(error)}</p>
      <Button look="primary" onClick={onRetry}>
        {texts.actions.retry}
      </Button>
    </Gate>
  );
}

function SettingsLink() {
  return (
    <Link className="button button-plain" href={routes.notificationSettings}>
      {words.settings}
    </Link>
  );
}

interface Sayings {
  kind: (kind: string) => string;
  digest: string;
  all: string;
}

function sayingFor(kind: string, sayings: Sayings): string {
  if (kind === 'digest') return sayings.digest;
  if (kind === 'all') return sayings.all;
  return sayings.kind((texts.notifications.kinds as Record<string, string>)[kind] ?? kind);
}
