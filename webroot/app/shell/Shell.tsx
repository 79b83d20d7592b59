import { Menu as MenuIcon } from 'lucide-react';
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useUnseenCounted } from '../activity/unseen';
import { Commands } from '../commands/Commands';
import { PaletteIcon } from '../commands/PaletteButton';
import { Bell, useNotificationsTold } from '../notifications/Bell';
import { texts } from '../texts';
import { IconButton } from '../ui/Button';
import { Loading } from '../ui/Loading';
import { fetchTheRest, later } from '../ui/later';
import { ConnectionChip } from './ConnectionChip';
import { Sidebar } from './Sidebar';
import './Shell.css';

const Announced = later(() => import('../activity/Announced'));

/** The frame of the app: navigation beside the page, on a phone in a drawer. */
export function Shell({ children }: { children: ReactNode }) {
  const [address] = useLocation();
  const [drawerOpen, setDrawerOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const closeDrawer = () => {
    setDrawerOpen(false);
    opener.current?.focus();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: going to another page closes the drawer.
  useEffect(() => setDrawerOpen(false), [address]);
  useNotificationsTold();
  useUnseenCounted();
  const complete = useFetchedEarly();
  useEscape(drawerOpen, closeDrawer);
  return (
    <div className="shell">
      <a className="skip-link" href="#page">
        {texts.navigation.skip}
      </a>
      <header className="phone-bar">
        <IconButton
          ref={opener}
          label={texts.navigation.open}
          icon={<MenuIcon size={18} />}
          aria-expanded={drawerOpen}
          onClick={() => setDrawerOpen(!drawerOpen)}
          tip={false}
        />
        <span className="phone-bar-title">{texts.product}</span>
        <PaletteIcon />
        <Bell look="icon" />
        <ConnectionChip />
      </header>
      {drawerOpen && (
        <button
          type="button"
          className="drawer-backdrop"
          aria-label={texts.actions.close}
          onClick={closeDrawer}
        />
      )}
      <Sidebar open={drawerOpen} />
      <main id="page" className="page" tabIndex={-1} inert={drawerOpen}>
        <Suspense fallback={<Loading />}>{children}</Suspense>
      </main>
      <Commands />
      <Suspense fallback={null}>{complete && <Announced />}</Suspense>
    </div>
  );
}

const firstPageMs = 1_000;

/** Whether everything is there. People go offline with the page open, and then need parts of it they have not looked at yet. */
function useFetchedEarly(): boolean {
  const [complete, setComplete] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => fetchTheRest().then(() => setComplete(true)), firstPageMs);
    return () => clearTimeout(timer);
  }, []);
  return complete;
}

function useEscape(active: boolean, close: () => void) {
  useEffect(() => {
    if (!active) return;
    const closeOnEscape = (event: KeyboardEvent) => event.key === 'Escape' && close();
    window.addEventListener('keydown', closeOnEscape);
    return () => window.removeEventListener('keydown', closeOnEscape);
  }, [active, close]);
}
