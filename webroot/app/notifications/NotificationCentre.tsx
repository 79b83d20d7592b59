import { BellOff, CheckCheck, Inbox as InboxIcon, Settings, X } from 'lucide-react';
import { Link } from 'wouter';
import { routes } from '../routes';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { Button, IconButton } from '../ui/Button';
import { CouldNotLoad } from '../ui/CouldNotLoad';
import { Notice } from '../ui/Notice';
import { ShowMore } from '../ui/ShowMore';
import { Tip } from '../ui/Tip';
import { closeCentre, useUnread } from './centre';
import { InboxFilters } from './InboxFilters';
import { byDay, everything, type Inbox } from './inbox';
import { NotificationLine } from './NotificationLine';
import { useInbox } from './useInbox';
import './NotificationCentre.css';

const words = texts.notifications;

/** Everything somebody was told, the unread first. */
export default function NotificationCentre() {
  const { inbox, choose, reload, loadMore, read, readAll } = useInbox();
  const unread = useUnread();
  return (
    <div className="centre-inside">
      <div className="centre-head">
        <h2 className="centre-title">{words.title}</h2>
        <IconButton
          label={words.markAllRead}
          icon={<CheckCheck size={16} />}
          disabled={unread === 0}
          onClick={readAll}
        />
        <Tip text={words.preferences}>
          <Link
            href={routes.notificationSettings}
            className="icon-button"
            aria-label={words.preferences}
            onClick={closeCentre}
          >
            <Settings size={15} aria-hidden />
          </Link>
        </Tip>
        <IconButton
          className="centre-close"
          label={texts.actions.close}
          icon={<X size={16} />}
          onClick={closeCentre}
          tip={false}
        />
      </div>
      <InboxFilters filter={inbox.filter} onChoose={choose} />
      <div className="centre-scroll">
        <Lines inbox={inbox} onRead={read} onReload={reload} onShowAll={() => choose(everything)} />
        {inbox.status === 'ready' && inbox.cursor !== null && (
          <ShowMore more={inbox.more} label={words.more} failed={words.moreFailed} onMore={loadMore} />
        )}
      </div>
    </div>
  );
}

interface LinesProps {
  inbox: Inbox;
  onRead: ReturnType<typeof useInbox>['read'];
  onReload: () => void;
  onShowAll: () => void;
}

function Lines({ inbox, onRead, onReload, onShowAll }: LinesProps) {
  const workspaces = useTandem((state) => state.own?.workspaces);
  if (inbox.status === 'loading') return <Outline />;
  if (inbox.status === 'failed') return <CouldNotLoad title={words.failed} onRetry={onReload} />;
  if (inbox.lines.length === 0) return <Empty filtered={isNarrowed(inbox)} onShowAll={onShowAll} />;
  return byDay(inbox.lines).map((group) => (
    <section key={group.lines[0]?.notification.id}>
      <h3 className="centre-day">{group.listedUnread ? group.day : words.readOn(group.day)}</h3>
      <ul>
        {group.lines.map(({ notification }) => (
          <NotificationLine
            key={notification.id}
            notification={notification}
            workspaces={workspaces ?? []}
            onRead={() => onRead(notification)}
          />
        ))}
      </ul>
    </section>
  ));
}

function isNarrowed({ filter }: Inbox): boolean {
  return filter.unread || filter.kind !== null || filter.workspaceId !== null;
}

function Empty({ filtered, onShowAll }: { filtered: boolean; onShowAll: () => void }) {
  if (!filtered) return <Notice icon={<InboxIcon size={20} />} title={words.empty} hint={words.emptyHint} />;
  return (
    <Notice icon={<BellOff size={20} />} title={words.emptyFiltered} hint={words.emptyFilteredHint}>
      <Button onClick={onShowAll}>{words.showAll}</Button>
    </Notice>
  );
}

function Outline() {
  return (
    <div role="status" aria-label={texts.states.loading} className="centre-outline">
      {[1, 2, 3, 4].map((line) => (
        <div key={line} className="skeleton" />
      ))}
    </div>
  );
}
