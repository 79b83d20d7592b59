import { useEffect, useMemo, useRef } from 'react';
import type { Task } from '../../client/model';
import type { ShownComment } from '../../client/Thread';
import { TypingHint } from '../presence/TypingHint';
import { addComment } from '../state/commands';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { CommentItem } from './CommentItem';
import { Composer } from './Composer';
import { useLinkedComment } from './useLinkedComment';
import { useThread } from './useThread';

interface CommentsProps {
  task: Task;
  editable: boolean;
}

/** The comments of a task, the newest at the end, and where to write one. */
export function Comments({ task, editable }: CommentsProps) {
  const { status, comments, retry } = useThread(task);
  const people = useMentionable(task);
  const list = useRef<HTMLUListElement>(null);
  useOwnCommentInSight(list, comments);
  useLinkedComment(
    list,
    comments.map(({ id }) => id),
  );
  return (
    <div className="comments">
      <ul ref={list} className="comment-list" aria-label={texts.comments.title} tabIndex={-1}>
        {comments.map((comment) => (
          <CommentItem
            key={comment.id}
            comment={comment}
            people={people}
            editable={editable}
            onDeleted={() => list.current?.focus()}
          />
        ))}
      </ul>
      {status === 'loading' && (task.comment_count ?? 0) > 0 && <Outline />}
      {status === 'failed' && (
        <p className="comments-note" role="alert">
          {texts.comments.failed} <Button onClick={retry}>{texts.actions.retry}</Button>
        </p>
      )}
      {status === 'ready' && comments.length === 0 && !editable && (
        <p className="comments-note">{texts.comments.none}</p>
      )}
      {editable && (
        <Composer
          taskId={task.id}
          people={people}
          placeholder={task.workspace_id ? texts.comments.placeholder : texts.comments.ownPlaceholder}
          onSend={(text, mentions) => addComment(task, text, mentions)}
        />
      )}
      <TypingHint taskId={task.id} field="comment" />
    </div>
  );
}

function Outline() {
  return (
    <div className="comments-outline" role="status" aria-label={texts.states.loading}>
      <div className="skeleton" />
      <div className="skeleton" />
    </div>
  );
}

const noPeople: readonly never[] = [];

/** The members of the task's workspace; of a personal task nobody. */
function useMentionable(task: Task) {
  const members = useTandem((state) => state.board?.members);
  return useMemo(
    () => (task.workspace_id === null ? noPeople : (members ?? noPeople)),
    [task.workspace_id, members],
  );
}

/** What one has just written comes into sight; what others write does not move the page. */
function useOwnCommentInSight(
  list: React.RefObject<HTMLUListElement | null>,
  comments: readonly ShownComment[],
) {
  const last = comments.at(-1);
  const mine = last?.pending ? last.id : null;
  useEffect(() => {
    if (mine !== null) list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }, [list, mine]);
}
