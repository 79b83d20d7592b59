import { ArrowUp, History as HistoryIcon } from 'lucide-react';
import { useCallback, useEffect, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { LiveEvent } from '../../client/protocol';
import { routes } from '../routes';
import { session } from '../state/session';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { CouldNotLoad } from '../ui/CouldNotLoad';
import { Notice } from '../ui/Notice';
import { ShowMore } from '../ui/ShowMore';
import { usePageTitle } from '../ui/usePageTitle';
import { useBoard } from '../workspaces/OpenWorkspace';
import { ActivityFilters } from './ActivityFilters';
import { ActivityLine } from './ActivityLine';
import { type History, type HistoryFilter, parted } from './history';
import { useHistory } from './useHistory';
import { newsOpened, useLook, useVisit } from './visits';
import { wordsFor } from './wording';
import './ActivityPage.css';

const words = texts.activity;

/** Everything that happened in a workspace, with what was and what became of it. The filters stand in the address. */
export default function ActivityPage() {
  const workspace = useBoard((board) => board.workspace);
  const page = useRef<HTMLDivElement>(null);
  const isAtTop = useCallback(() => (page.current?.scrollTop ?? 0) < 40, []);
  const { filter, choose } = useFilter(workspace.id);
  const { history, load, loadMore, showWaiting } = useHistory(workspace.id, filter, isAtTop);
  usePageTitle(`${words.title} · ${workspace.name}`);
  useLook(workspace.id);
  const arrived = useVisit(({ visit }) => visit !== null);
  useEffect(() => {
    if (arrived) newsOpened();
  }, [arrived]);
  const toTop = () => {
    showWaiting();
    page.current?.scrollTo({ top: 0 });
  };
  return (
    <div className="activity-scroll" ref={page}>
      <div className="text-page activity-page">
        <header className="text-page-head">
          <h1 className="page-title">{words.title}</h1>
          <ActivityFilters filter={filter} onChoose={choose} />
        </header>
        {history.waiting.length > 0 && (
          <button type="button" className="activity-waiting" onClick={toTop}>
            <ArrowUp size={13} aria-hidden />
            {texts.changes.waiting(history.waiting.length)}
          </button>
        )}
        <Happened history={history} filter={filter} onReload={load} onChoose={choose} />
        {history.status === 'ready' && history.cursor !== null && (
          <ShowMore more={history.more} label={words.showMore} failed={words.failed} onMore={loadMore} />
        )}
      </div>
    </div>
  );
}

function useFilter(workspaceId: string) {
  const [, go] = useLocation();
  const search = new URLSearchParams(useSearch());
  const filter: HistoryFilter = { actorId: search.get('person'), taskId: search.get('task') };
  const choose = (change: Partial<HistoryFilter>) => {
    const { actorId, taskId } = { ...filter, ...change };
    const chosen = new URLSearchParams({
      ...(actorId && { person: actorId }),
      ...(taskId && { task: taskId }),
    });
    const address = routes.activity(workspaceId);
    go(chosen.size > 0 ? `${address}?${chosen}` : address, { replace: true });
  };
  return { filter, choose };
}

interface HappenedProps {
  history: History;
  filter: HistoryFilter;
  onReload: () => void;
  onChoose: (change: Partial<HistoryFilter>) => void;
}

function Happened({ history, filter, onReload, onChoose }: HappenedProps) {
  const visit = useVisit((state) => state.visit);
  if (history.status === 'loading') return <Outline />;
  if (history.status === 'failed') return <CouldNotLoad title={words.failed} onRetry={onReload} />;
  const narrowed = filter.actorId !== null || filter.taskId !== null;
  if (history.events.length === 0) {
    return <Empty narrowed={narrowed} onShowAll={() => onChoose({ actorId: null, taskId: null })} />;
  }
  const { fresh, earlier } = parted(history.events, visit?.seq ?? null, session.user?.id ?? '');
  return (
    <>
      {fresh.length > 0 && (
        <section className="section" aria-labelledby="fresh-activity">
          <h2 className="activity-part activity-fresh" id="fresh-activity">
            {texts.changes.fresh}
          </h2>
          <Lines events={fresh} />
        </section>
      )}
      {earlier.length > 0 && (
        <section className="section" aria-label={texts.changes.earlier}>
          {fresh.length > 0 && <h2 className="activity-part">{texts.changes.earlier}</h2>}
          <Lines events={earlier} />
        </section>
      )}
    </>
  );
}

function Lines({ events }: { events: readonly LiveEvent[] }) {
  const board = useBoard((whole) => whole);
  const told = events
    .map((event) => ({ event, sentences: wordsFor(event, board, 'workspace') }))
    .filter(({ sentences }) => sentences.length > 0);
  return (
    <ul className="activity activity-roomy">
      {told.map(({ event, sentences }) => (
        <ActivityLine key={event.seq} event={event} sentences={sentences} />
      ))}
    </ul>
  );
}

function Empty({ narrowed, onShowAll }: { narrowed: boolean; onShowAll: () => void }) {
  const icon = <HistoryIcon size={20} />;
  if (!narrowed) return <Notice icon={icon} title={words.empty} />;
  return (
    <Notice icon={icon} title={texts.changes.emptyFiltered} hint={texts.changes.emptyFilteredHint}>
      <Button onClick={onShowAll}>{texts.changes.showAll}</Button>
    </Notice>
  );
}

function Outline() {
  return (
    <div role="status" aria-label={texts.states.loading} className="activity-outline">
      {[1, 2, 3, 4, 5, 6].map((line) => (
        <div key={line} className="skeleton" />
      ))}
    </div>
  );
}
