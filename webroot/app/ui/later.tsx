import { CloudOff } from 'lucide-react';
import { Component, type ComponentType, lazy, type ReactNode, useState } from 'react';
import { texts } from '../texts';
import { Button } from './Button';
import { Notice } from './Notice';

type Load<Props> = () => Promise<{ default: ComponentType<Props> }>;

const loads: (() => Promise<unknown>)[] = [];

/**
 * A part of the app that does not come with its first page. It is fetched when it is shown, or by `fetchTheRest` before; where
 * that fails it says so in its place and can be tried again, and what is around it goes on.
 */
export function later<Props extends object>(load: Load<Props>): ComponentType<Props> {
  loads.push(load);
  const attempt = () => lazy(() => fetched(load).catch(notFetched));
  const first = attempt();
  return function Later(props: Props) {
    const [Part, setPart] = useState<ComponentType<Props>>(() => first as ComponentType<Props>);
    return (
      <Unfetched onRetry={() => setPart(() => attempt() as ComponentType<Props>)}>
        <Part {...props} />
      </Unfetched>
    );
  };
}

/** Fetches everything that may be needed while there is no network. Called once the first page stands. */
export function fetchTheRest(): void {
  for (const load of loads) load().catch(() => undefined);
}

function fetched<Result>(load: () => Promise<Result>): Promise<Result> {
  for (const link of failedStyles) link.replaceWith(link.cloneNode());
  failedStyles.clear();
  return load();
}

/** The build asks for the styles of a part only once: where they did not come, somebody has to ask again. */
const failedStyles = new Set<HTMLLinkElement>();
const noteStyles = ({ target }: Event) => {
  if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') failedStyles.add(target);
};
document.addEventListener('error', noteStyles, true);

class NotFetched extends Error {}

function notFetched(cause: unknown): never {
  throw new NotFetched('A part of the app could not be fetched.', { cause });
}

interface UnfetchedProps {
  onRetry: () => void;
  children: ReactNode;
}

/** Only about parts that are missing: what fails in them is for whoever stands further out. */
class Unfetched extends Component<UnfetchedProps, { error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    if (!(error instanceof NotFetched)) throw error;
    return (
      <Notice
        icon={<CloudOff size={20} />}
        title={texts.states.notFetched}
        hint={texts.states.notFetchedHint}
      >
        <Button
          onClick={() => {
            this.props.onRetry();
            this.setState({ error: null });
          }}
        >
          {texts.actions.retry}
        </Button>
      </Notice>
    );
  }
}
