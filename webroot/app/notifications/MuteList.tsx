import { BellOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Id } from '../../client/model';
import type { Mute } from '../../client/notice';
import { api } from '../state/session';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { setMuted } from './mutes';

const words = texts.notificationSettings;

export function MuteList() {
  const mutes = useTandem((state) => state.own?.mutes);
  return (
    <section className="section" aria-labelledby="mute-list">
      <div>
        <h2 className="section-title" id="mute-list">
          {words.mutesTitle}
        </h2>
        <p className="soft">{words.mutesHint}</p>
      </div>
      <ul className="box" aria-labelledby="mute-list">
        {mutes?.map((mute) => (
          <MuteRow key={mute.task_id ?? mute.workspace_id} mute={mute} />
        ))}
        {mutes === undefined && <li className="box-row skeleton" />}
        {mutes?.length === 0 && <li className="box-row soft">{words.noMutes}</li>}
      </ul>
    </section>
  );
}

function MuteRow({ mute }: { mute: Mute }) {
  const title = useTaskTitle(mute.task_id);
  const workspace = useTandem(
    (state) => state.own?.workspaces.find(({ id }) => id === mute.workspace_id)?.name,
  );
  const name = mute.task_id === null ? (workspace ?? words.mutedWorkspace) : (title ?? words.mutedTask);
  return (
    <li className="box-row">
      <BellOff size={15} className="soft" aria-hidden />
      <div className="box-grow">
        <p>{name}</p>
        {mute.task_id !== null && workspace && <p className="soft">{workspace}</p>}
      </div>
      <Button look="quiet" aria-label={words.unmuteOf(name)} onClick={() => setMuted(mute, false)}>
        {words.unmute}
      </Button>
    </li>
  );
}

/** Read when the list is shown: a mute knows only the id. Missing while it is loading, and where the task is gone. */
function useTaskTitle(taskId: Id | null): string | undefined {
  const [title, setTitle] = useState<string>();
  useEffect(() => {
    if (taskId === null) return;
    api.task(taskId).then(
      (task) => setTitle(task.title),
      () => undefined,
    );
  }, [taskId]);
  return title;
}
