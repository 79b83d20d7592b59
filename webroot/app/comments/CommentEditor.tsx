import { useRef, useState } from 'react';
import { type Mentionable, mentionedIn } from '../../client/mentions';
import type { Comment, Id } from '../../client/model';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { CommentBox } from './CommentBox';
import { isSendable } from './sendable';

interface CommentEditorProps {
  comment: Comment;
  people: readonly Mentionable[];
  onSave: (text: string, mentions: Id[]) => void;
  onCancel: () => void;
}

/** In the place of a comment while it is changed. */
export function CommentEditor({ comment, people, onSave, onCancel }: CommentEditorProps) {
  const [text, setText] = useState(comment.text);
  const picked = useRef(new Set(comment.mentions));
  const save = () => {
    if (!isSendable(text)) return;
    if (text.trim() === comment.text) onCancel();
    else onSave(text.trim(), [...mentionedIn(text, people, picked.current), ...former(comment, people)]);
  };
  return (
    <div className="composer">
      <CommentBox
        label={texts.comments.editing}
        value={text}
        people={people}
        onChange={setText}
        onPick={(id) => picked.current.add(id)}
        onSend={save}
        onCancel={onCancel}
        autoFocus
      />
      <div className="composer-foot">
        <Button onClick={onCancel}>{texts.actions.cancel}</Button>
        <Button look="primary" disabled={!isSendable(text)} onClick={save}>
          {texts.actions.save}
        </Button>
      </div>
    </div>
  );
}

/** Somebody who has left stays mentioned, though nobody could mention them anew. */
function former(comment: Comment, people: readonly Mentionable[]): Id[] {
  return comment.mentions.filter((id) => !people.some(({ user_id }) => user_id === id));
}
