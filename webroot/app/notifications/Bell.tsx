import { Bell as BellIcon } from 'lucide-react';
import { Popover } from 'radix-ui';
import { Suspense, useEffect } from 'react';
import { texts } from '../texts';
import { later } from '../ui/later';
import { stepThrough } from '../ui/stepThrough';
import { shortCount, useUnreadInTitle } from '../ui/usePageTitle';
import { type BellLook, useCentre, useUnread } from './centre';
import { startTelling } from './telling';
import './Bell.css';

const NotificationCentre = later(() => import('./NotificationCentre'));

/** How many notifications are unread; pressing it shows them. */
export function Bell({ look }: { look: BellLook }) {
  const open = useCentre(({ openAt }) => openAt === look);
  const unread = useUnread();
  return (
    <Popover.Root open={open} onOpenChange={(opens) => useCentre.setState({ openAt: opens ? look : null })}>
      <Popover.Trigger asChild>
        <button
          type="button"
          className={look === 'row' ? 'sidebar-link bell-row' : 'icon-button bell-icon'}
          aria-label={texts.notifications.bell(unread)}
        >
          <BellIcon size={look === 'row' ? 16 : 18} aria-hidden />
          {look === 'row' && texts.notifications.title}
          {unread > 0 && (
            <span className="bell-count" aria-hidden>
              {shortCount(unread)}
            </span>
          )}
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="centre"
          aria-label={texts.notifications.title}
          side={look === 'row' ? 'right' : 'bottom'}
          align={look === 'row' ? 'start' : 'end'}
          sideOffset={look === 'row' ? 14 : 8}
          collisionPadding={8}
          onOpenAutoFocus={focusWhole}
          onKeyDown={(event) => stepThrough(event, '.note-link')}
        >
          <Suspense fallback={<div className="centre-waiting" />}>
            <NotificationCentre />
          </Suspense>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** The window itself, so that the arrow keys go through the list at once. */
function focusWhole(event: Event): void {
  event.preventDefault();
  if (event.target instanceof HTMLElement) event.target.focus();
}

/** Tells of what arrives and keeps the count in the page's title. One for the whole app, whatever bells there are. */
export function useNotificationsTold(): void {
  useUnreadInTitle(useUnread());
  useEffect(startTelling, []);
}
