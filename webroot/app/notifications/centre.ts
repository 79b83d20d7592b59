import { create } from 'zustand';
import type { Id } from '../../client/model';
import type { Notification } from '../../client/notice';
import { theLive, useTandem } from '../state/tandem';

/** `row`: the one among the links of the sidebar. `icon`: the one in the bar of a phone. */
export type BellLook = 'row' | 'icon';

/** Which bell has the list of notifications open. */
export const useCentre = create<{ openAt: BellLook | null }>(() => ({ openAt: null }));

/** At the bell that is on the screen. */
export function openCentre(): void {
  const phone = matchMedia('(max-width: 760px)').matches;
  useCentre.setState({ openAt: phone ? 'icon' : 'row' });
}

export function closeCentre(): void {
  useCentre.setState({ openAt: null });
}

export function useUnread(): number {
  return useTandem((state) => state.own?.unreadNotifications ?? 0);
}

export function readNotification({ id, read_at }: Notification): void {
  if (read_at === null) {
    theLive().run(null, { type: 'notification.read', data: { notification_id: id } });
  }
}

/** All, or those of one workspace. */
export function readAllNotifications(workspaceId: Id | null): void {
  const data = workspaceId === null ? {} : { workspace_id: workspaceId };
  theLive().run(null, { type: 'notification.read_all', data });
}
