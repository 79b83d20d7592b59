import { texts } from '../texts';
import { Button } from '../ui/Button';
import './RestoredDraft.css';

interface RestoredDraftProps {
  onSave: () => void;
  onDiscard: () => void;
}

/** Below a text that came back after a crash or a refusal: it is here, and nowhere else. */
export function RestoredDraft({ onSave, onDiscard }: RestoredDraftProps) {
  return (
    <div className="restored-draft" role="status">
      <span className="restored-draft-text">{texts.tasks.restored}</span>
      <Button look="quiet" onClick={onDiscard}>
        {texts.actions.discard}
      </Button>
      <Button onClick={onSave}>{texts.actions.save}</Button>
    </div>
  );
}
