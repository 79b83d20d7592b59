import { useRef, useState } from 'react';
import { type Mentionable, mentionedIn } from '../../client/mentions';
import type { Comment, Id } from '../../client/model';
import { draftOf, dropDraft, keepDraft, keptDraft } from '../state/drafts';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { CommentBox } from './CommentBox';
import { isSendable } from './sendable';

interface CommentEditorProps {
  comment: Comment;
  people: readonly Mentionable[];
  /** Somebody has just chosen to change it, rather than that it was left half changed. */
  autoFocus: boolean;
  onSave: (text: string, mentions: Id[]) => void;
  onCancel: () => void;
}

/** In the place of a comment while it is changed. What is neither saved nor cancelled stays, also when the page ends. */
export function CommentEditor({ comment, people, autoFocus, onSave, onCancel }: CommentEditorProps) {
  const draft = draftOf.commentEdit(comment.id);
  const [text, setText] = useState(keptDraft(draft)?.text ?? comment.text);
  const picked = useRef(new Set(comment.mentions));
  const type = (next: string) => {
    setText(next);
    keepDraft(draft, { text: next, startedFrom: comment.text });
  };
  const cancel = () => {
    dropDraft(draft);
    onCancel();
  };
  const save = () => {
    if (!isSendable(text)) return;
    if (text.trim() === comment.text) return cancel();
    dropDraft(draft);
    onSave(text.trim(), [...mentionedIn(text, people, picked.current), ...former(comment, people)]);
  };
  return (
    <div className="composer">
      <CommentBox
        label={texts.comments.editing}
        value={text}
        people={people}
        onChange={type}
        onPick={(id) => picked.current.add(id)}
        onSend={save}
        onCancel={cancel}
        autoFocus={autoFocus}
      />
      <div className="composer-foot">
        <Button onClick={cancel}>{texts.actions.cancel}</Button>
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
