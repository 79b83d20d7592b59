import { useRef } from 'react';
import type { Mentionable } from '../../client/mentions';
import { mentionedIn } from '../../client/mentions';
import type { Id } from '../../client/model';
import { draftOf } from '../state/drafts';
import { sayTyping, sayTypingStopped } from '../state/tandem';
import { useTypedText } from '../state/useTypedText';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { CommentBox } from './CommentBox';
import { isSendable } from './sendable';

interface ComposerProps {
  taskId: Id;
  people: readonly Mentionable[];
  placeholder: string;
  onSend: (text: string, mentions: Id[]) => void;
}

/** Where a new comment is written. What is not sent stays, also when the task is closed. */
export function Composer({ taskId, people, placeholder, onSend }: ComposerProps) {
  const [text, setText] = useTypedText(draftOf.comment(taskId));
  const picked = useRef(new Set<Id>());
  const type = (next: string) => {
    if (next.trim() === '') sayTypingStopped();
    else sayTyping('comment');
    setText(next);
  };
  const send = () => {
    if (!isSendable(text)) return;
    sayTypingStopped();
    onSend(text.trim(), mentionedIn(text, people, picked.current));
    picked.current.clear();
    setText('');
  };
  return (
    <div className="composer">
      <CommentBox
        label={texts.comments.write}
        placeholder={placeholder}
        value={text}
        people={people}
        onChange={type}
        onPick={(id) => picked.current.add(id)}
        onSend={send}
        onBlur={sayTypingStopped}
      />
      <div className="composer-foot">
        <span className="composer-hint">{text !== '' && texts.comments.sendHint}</span>
        <Button look="primary" disabled={!isSendable(text)} onClick={send}>
          {texts.comments.send}
        </Button>
      </div>
    </div>
  );
}
