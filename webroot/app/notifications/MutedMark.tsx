import { BellOff } from 'lucide-react';
import type { Mute } from '../../client/notice';
import { texts } from '../texts';
import { useMuted } from './mutes';

/** Stands where something is muted. */
export function MutedMark({ mute }: { mute: Mute }) {
  if (!useMuted(mute)) return null;
  return (
    <span className="muted-mark" title={texts.mutes.muted}>
      <BellOff size={12} aria-hidden />
      <span className="only-read-aloud">{texts.mutes.muted}</span>
    </span>
  );
}
