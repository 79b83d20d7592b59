import { Bell, BellOff } from 'lucide-react';
import type { Task } from '../../client/model';
import { keysOf } from '../commands/shortcuts';
import { texts } from '../texts';
import { IconButton } from '../ui/Button';
import { MenuItem } from '../ui/Menu';
import { muteOfTask, setMuted, useMuted } from './mutes';

/** Whoever sees a task may turn its notifications off, for themselves. */
export function MuteTask({ task }: { task: Task }) {
  const mute = muteOfTask(task);
  const muted = useMuted(mute);
  return (
    <IconButton
      label={muted ? texts.mutes.unmuteTask : texts.mutes.muteTask}
      icon={muted ? <BellOff size={15} /> : <Bell size={15} />}
      keys={keysOf('mute')}
      aria-pressed={muted}
      onClick={() => setMuted(mute, !muted)}
    />
  );
}

export function MuteTaskItem({ task }: { task: Task }) {
  const mute = muteOfTask(task);
  const muted = useMuted(mute);
  return (
    <MenuItem
      icon={muted ? <Bell size={14} /> : <BellOff size={14} />}
      onSelect={() => setMuted(mute, !muted)}
    >
      {muted ? texts.mutes.unmute : texts.mutes.mute}
    </MenuItem>
  );
}
