import { texts } from '../texts';
import { Button } from '../ui/Button';
import './RestoredDraft.css';

interface RestoredDraftProps {
  field: string;
  onSave: () => void;
  onDiscard: () => void;
}

/** Below a text that came back after a crash or a refusal: it is here, and nowhere else. */
export function RestoredDraft({ field, onSave, onDiscard }: RestoredDraftProps) {
  return (
    // Pressing it takes no focus from the text, which would be drawn anew below the pointer.
    <div onMouseDown={(event) => event.preventDefault()} className="restored-draft" role="status">
      <span className="restored-draft-text">
        <span className="pending-mark" aria-hidden />
        {texts.tasks.restored}
      </span>
      <Button look="quiet" aria-label={`${texts.actions.discard}: ${field}`} onClick={onDiscard}>
        {texts.actions.discard}
      </Button>
      <Button aria-label={`${texts.actions.save}: ${field}`} onClick={onSave}>
        {texts.actions.save}
      </Button>
    </div>
  );
}
