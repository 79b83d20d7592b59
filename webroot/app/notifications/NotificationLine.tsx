import { Bell, CalendarClock } from 'lucide-react';
import { Link } from 'wouter';
import type { Notification } from '../../client/notice';
import { timeName } from '../tasks/dates';
import { texts } from '../texts';
import { Avatar } from '../ui/Avatar';
import { Tip } from '../ui/Tip';
import { closeCentre } from './centre';
import { addressOf } from './target';
import { type OwnWorkspaces, type Saying, sayingOf, sentenceOf, taskLine } from './wording';

interface NotificationLineProps {
  notification: Notification;
  workspaces: OwnWorkspaces;
  onRead: () => void;
}

/** One notification; pressing it goes to what it is about. */
export function NotificationLine({ notification, workspaces, onRead }: NotificationLineProps) {
  const unread = notification.read_at === null;
  const address = addressOf(notification, workspaces);
  const said = { ...sayingOf(notification, workspaces), task: taskLine(notification) };
  const follow = () => {
    onRead();
    if (address !== null) closeCentre();
  };
  return (
    <li className={`note ${unread ? 'note-unread' : ''}`}>
      <Mark notification={notification} />
      <div className="note-text">
        {address === null ? (
          <button type="button" className="note-link" onClick={follow}>
            <Sentence {...said} />
          </button>
        ) : (
          <Link href={address} className="note-link" onClick={follow}>
            <Sentence {...said} />
          </Link>
        )}
        {notification.comment && <p className="note-excerpt">{notification.comment.excerpt}</p>}
        <p className="note-where">
          {[notification.workspace_name, timeName(notification.updated_at)].filter(Boolean).join(' · ')}
        </p>
      </div>
      {unread && (
        <Tip text={texts.notifications.markRead}>
          <button
            type="button"
            className="note-dot"
            aria-label={texts.notifications.markReadOf(sentenceOf(notification, workspaces))}
            onClick={onRead}
          />
        </Tip>
      )}
    </li>
  );
}

function Mark({ notification: { kind, actor } }: { notification: Notification }) {
  if (actor) return <Avatar id={actor.id} name={actor.name} size={24} />;
  const Icon = kind === 'due_soon' ? CalendarClock : Bell;
  return (
    <span className="note-mark" aria-hidden>
      <Icon size={14} />
    </span>
  );
}

function Sentence({ actor, did, task }: Saying & { task: string | null }) {
  return (
    <>
      {actor !== null && <strong>{actor} </strong>}
      {did}
      {task && <span className="note-task"> {task}</span>}
    </>
  );
}
