import { Bell, CalendarClock } from 'lucide-react';
import { Link } from 'wouter';
import type { Id } from '../../client/model';
import type { Notification } from '../../client/notice';
import { timeName } from '../tasks/dates';
import { texts } from '../texts';
import { Avatar } from '../ui/Avatar';
import { Tip } from '../ui/Tip';
import { closeCentre } from './centre';
import { addressOf } from './target';
import { sayingOf, sentenceOf, taskLine } from './wording';

interface NotificationLineProps {
  notification: Notification;
  workspaces: readonly { id: Id }[];
  onRead: () => void;
}

/** One notification; pressing it goes to what it is about. */
export function NotificationLine({ notification, workspaces, onRead }: NotificationLineProps) {
  const unread = notification.read_at === null;
  const address = addressOf(notification, workspaces);
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
            <Sentence notification={notification} />
          </button>
        ) : (
          <Link href={address} className="note-link" onClick={follow}>
            <Sentence notification={notification} />
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
            aria-label={texts.notifications.markReadOf(sentenceOf(notification))}
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

function Sentence({ notification }: { notification: Notification }) {
  const { actor, did } = sayingOf(notification);
  const task = taskLine(notification);
  return (
    <>
      {actor !== null && <strong>{actor} </strong>}
      {did}
      {task && <span className="note-task"> {task}</span>}
    </>
  );
}
