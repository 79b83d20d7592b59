import { CloudOff } from 'lucide-react';
import {
  type ComponentType,
  createContext,
  lazy,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';
import { texts } from '../texts';
import { Button } from './Button';
import { Notice } from './Notice';

type Load<Props> = () => Promise<{ default: ComponentType<Props> }>;

const loads: (() => Promise<unknown>)[] = [];

/**
 * A part of the app that does not come with its first page. It is fetched when it is shown, or by `fetchTheRest` before; where
 * that fails it says so in its place until it comes, and what is around it goes on.
 */
export function later<Props extends object>(load: Load<Props>): ComponentType<Props> {
  loads.push(load);
  const attempt = () => lazy(() => fetched(load).catch(() => ({ default: notFetched(load) })));
  const first = attempt();
  return function Later(props: Props) {
    const [Part, setPart] = useState<ComponentType<Props>>(() => first as ComponentType<Props>);
    return (
      <ShowAgain value={() => setPart(() => attempt() as ComponentType<Props>)}>
        <Part {...props} />
      </ShowAgain>
    );
  };
}

/** Fetched with the rest too, though it is no part of its own on the page. */
export function early<Result>(load: () => Promise<Result>): () => Promise<Result> {
  loads.push(load);
  return () => fetched(load);
}

/** Fetches everything that may be needed while there is no network, once the first page stands. Waits for what can be had. */
export async function fetchTheRest(): Promise<void> {
  await Promise.allSettled(loads.map((load) => load()));
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

const ShowAgain = createContext<() => void>(() => undefined);

const tryAgainMs = 2_000;

/** Stands in for a part. Asks for it behind the notice, which so does not flicker with each attempt. */
function notFetched<Props>(load: Load<Props>): ComponentType<Props> {
  return function NotFetched() {
    const showAgain = useContext(ShowAgain);
    const latest = useRef(showAgain);
    latest.current = showAgain;
    const tryAgain = useCallback(
      () =>
        fetched(load).then(
          () => latest.current(),
          () => undefined,
        ),
      [],
    );
    useEffect(() => {
      tryAgain();
      const timer = setInterval(tryAgain, tryAgainMs);
      return () => clearInterval(timer);
    }, [tryAgain]);
    return (
      <Notice
        icon={<CloudOff size={20} />}
        title={texts.states.notFetched}
        hint={texts.states.notFetchedHint}
      >
        <Button onClick={tryAgain}>{texts.actions.retry}</Button>
      </Notice>
    );
  };
}
