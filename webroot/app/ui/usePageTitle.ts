import { useEffect } from 'react';
import { texts } from '../texts';

const shown: { title: string | undefined; unread: number } = { title: undefined, unread: 0 };

/** Names the page in the browser's tab, behind the number of unread notifications. */
export function usePageTitle(title: string | undefined) {
  useEffect(() => {
    shown.title = title;
    write();
  }, [title]);
}

/** A tab in the background tells by its name that something is waiting. */
export function useUnreadInTitle(unread: number) {
  useEffect(() => {
    shown.unread = unread;
    write();
    return () => {
      shown.unread = 0;
      write();
    };
  }, [unread]);
}

export function titleOf(page: string | undefined, unread: number): string {
  const name = page ? `${page} · ${texts.product}` : texts.product;
  return unread > 0 ? `(${shortCount(unread)}) ${name}` : name;
}

/** More than 99 is just many. */
export function shortCount(count: number): string {
  return count > 99 ? '99+' : String(count);
}

function write(): void {
  document.title = titleOf(shown.title, shown.unread);
}
