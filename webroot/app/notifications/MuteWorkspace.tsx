import { Bell, BellOff } from 'lucide-react';
import type { Id } from '../../client/model';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { muteOfWorkspace, setMuted, useMuted } from './mutes';

const words = texts.mutes;

/** On a workspace's settings: only about oneself, whatever role one has. */
export function MuteWorkspace({ workspaceId }: { workspaceId: Id }) {
  const mute = muteOfWorkspace(workspaceId);
  const muted = useMuted(mute);
  const Icon = muted ? Bell : BellOff;
  return (
    <section className="section" aria-labelledby="mute-workspace">
      <h2 className="section-title" id="mute-workspace">
        {words.settingsTitle}
      </h2>
      <div className="box box-row">
        <p className="box-grow soft">{muted ? words.settingsMuted : words.settingsHint}</p>
        <Button onClick={() => setMuted(mute, !muted)}>
          <Icon size={15} aria-hidden />
          {muted ? words.unmute : words.mute}
        </Button>
      </div>
    </section>
  );
}
