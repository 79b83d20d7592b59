import { Tabs } from 'radix-ui';
import type { Task } from '../../client/model';
import { TaskActivity } from '../activity/TaskActivity';
import { texts } from '../texts';
import { Comments } from './Comments';
import './Comments.css';

interface ConversationProps {
  task: Task;
  editable: boolean;
}

/** What is said about a task, and what was done with it. */
export default function Conversation({ task, editable }: ConversationProps) {
  return (
    <Tabs.Root className="conversation" defaultValue="comments">
      <Tabs.List className="tabs" aria-label={texts.comments.tabs}>
        <Tabs.Trigger className="tab" value="comments">
          {texts.comments.title}
          {(task.comment_count ?? 0) > 0 && <span className="tab-count">{task.comment_count}</span>}
        </Tabs.Trigger>
        <Tabs.Trigger className="tab" value="activity">
          {texts.activity.title}
        </Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content value="comments" tabIndex={-1}>
        <Comments task={task} editable={editable} />
      </Tabs.Content>
      <Tabs.Content value="activity" tabIndex={-1}>
        <TaskActivity task={task} />
      </Tabs.Content>
    </Tabs.Root>
  );
}
