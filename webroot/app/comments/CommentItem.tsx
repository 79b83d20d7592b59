import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Mentionable } from '../../client/mentions';
import type { ShownComment } from '../../client/Thread';
import { changeComment, deleteComment } from '../state/commands';
import { draftOf, useKeptDraft } from '../state/drafts';
import { session } from '../state/session';
import { useTandem } from '../state/tandem';
import { fullTime } from '../tasks/dates';
import { texts } from '../texts';
import { Avatar } from '../ui/Avatar';
import { IconButton } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { Menu, MenuItem } from '../ui/Menu';
import { When } from '../ui/When';
import { CommentEditor } from './CommentEditor';
import { CommentText } from './CommentText';
import { mayChange } from './mayChange';

interface CommentItemProps {
  comment: ShownComment;
  people: readonly Mentionable[];
  editable: boolean;
  onDeleted: () => void;
}

export function CommentItem({ comment, people, editable, onDeleted }: CommentItemProps) {
  const [chosen, setChosen] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const actions = useRef<HTMLButtonElement>(null);
  const changeable = useTandem((state) => editable && mayChange(comment, session.user?.id, state.board));
  const left = useKeptDraft(draftOf.commentEdit(comment.id));
  const editing = changeable && (chosen || (left !== null && left.text !== comment.text));
  const endEditing = () => {
    setChosen(false);
    requestAnimationFrame(() => actions.current?.focus());
  };
  const { author } = comment;
  return (
    <li className="comment" data-comment-id={comment.id}>
      <Avatar id={author.id} name={author.name} size={24} />
      <div className="comment-body">
        <div className="comment-head">
          <b className="comment-author">{author.name}</b>
          <When at={comment.created_at} className="comment-when" />
          {comment.edited_at && (
            <span className="comment-when" title={texts.comments.editedAt(fullTime(comment.edited_at))}>
              {texts.comments.edited}
            </span>
          )}
          {comment.pending && (
            <span
              className="pending-mark"
              role="img"
              aria-label={texts.tasks.pending}
              title={texts.tasks.pending}
            />
          )}
          {changeable && !editing && (
            <Menu
              align="end"
              trigger={
                <IconButton
                  ref={actions}
                  className="comment-actions"
                  label={texts.comments.actions(author.name)}
                  icon={<Ellipsis size={15} />}
                  tip={false}
                />
              }
            >
              <MenuItem icon={<Pencil size={14} />} onSelect={() => setChosen(true)}>
                {texts.comments.edit}
              </MenuItem>
              <MenuItem danger icon={<Trash2 size={14} />} onSelect={() => setDeleting(true)}>
                {texts.actions.delete}
              </MenuItem>
            </Menu>
          )}
        </div>
        {editing ? (
          <CommentEditor
            comment={comment}
            people={people}
            autoFocus={chosen}
            onSave={(text, mentions) => {
              changeComment(comment, text, mentions);
              endEditing();
            }}
            onCancel={endEditing}
          />
        ) : (
          <CommentText text={comment.text} mentions={comment.mentions} people={people} />
        )}
      </div>
      <Confirm
        open={deleting}
        onClose={() => setDeleting(false)}
        title={texts.comments.deleteTitle}
        hint={texts.comments.deleteHint}
        action={texts.actions.delete}
        onConfirm={() => {
          deleteComment(comment);
          requestAnimationFrame(onDeleted);
          return true;
        }}
      />
    </li>
  );
}
