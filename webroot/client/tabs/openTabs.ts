import { randomId } from '../ids';
import type { Id } from '../model';
import { LocalStore } from '../store/LocalStore';
import { openStore } from '../store/openStore';
import { LeasedLife } from './LeasedLife';
import { LockedLife } from './LockedLife';
import { ChannelNews } from './TabNews';
import { Tabs } from './Tabs';

/** This tab among those of the same person in this browser. */
export function openTabs(userId: Id): Tabs {
  const tab = randomId();
  return new Tabs({
    tab,
    openStore: () => openStore(userId),
    lastResort: new LocalStore(userId),
    life: navigator.locks === undefined ? new LeasedLife(tab) : new LockedLife(tab),
    news: new ChannelNews(userId),
  });
}
