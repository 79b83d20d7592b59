import { create } from 'zustand';
import { texts } from '../texts';

const useAnnounced = create<{ texts: readonly [string, string] }>(() => ({ texts: ['', ''] }));

/** Says something to whoever listens to the page, after what they are hearing now. */
export function announce(text: string): void {
  useAnnounced.setState(({ texts: [first] }) => ({ texts: first === '' ? [text, ''] : ['', text] }));
}

/**
 * The regions that are read aloud. They are there before anything is said, for only then it is heard, and they take turns, for
 * only then the same words are heard again.
 */
export function Announcer() {
  const [first, second] = useAnnounced((state) => state.texts);
  return (
    <div className="only-read-aloud" role="log" aria-label={texts.announced.region}>
      <p>{first}</p>
      <p>{second}</p>
    </div>
  );
}
