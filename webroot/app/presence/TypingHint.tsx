import type { Id } from '../../client/model';
import type { TypingField } from '../../client/protocol';
import { session } from '../state/session';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import './Presence.css';

interface TypingHintProps {
  taskId: Id;
  field: TypingField;
}

/** Who is typing in a field. Its place is kept free, so that nothing moves when somebody begins. */
export function TypingHint({ taskId, field }: TypingHintProps) {
  const typists = useTandem((state) => state.typists);
  const names = typists
    .filter((typist) => typist.task_id === taskId && typist.field === field)
    .filter(({ user_id }) => user_id !== session.user?.id)
    .map(({ name }) => name);
  return (
    <span className={`typing-hint typing-${field}`} role="status">
      {names.length > 0 && (
        <>
          <span className="typing-dots" aria-hidden>
            <i />
            <i />
            <i />
          </span>
          {texts.presence.typing(names)}
        </>
      )}
    </span>
  );
}
