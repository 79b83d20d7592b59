import { SearchX, Trash2 } from 'lucide-react';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import type { Deed } from './deeds';

/** Stands where a task was, or never has been. */
export function TaskGone({ deed, onClose }: { deed: Deed | null; onClose: () => void }) {
  const deleted = deed?.kind === 'deleted';
  return (
    <Notice
      icon={deleted ? <Trash2 size={20} /> : <SearchX size={20} />}
      title={deleted ? deed.words : texts.tasks.gone}
      hint={deleted ? texts.tasks.deletedHint : texts.tasks.goneHint}
    >
      <Button onClick={onClose}>{texts.actions.close}</Button>
    </Notice>
  );
}
