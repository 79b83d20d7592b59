import { Link } from 'wouter';
import type { Id } from '../../client/model';
import type { LiveEvent } from '../../client/protocol';
import { routes } from '../routes';
import { session } from '../state/session';
import { texts } from '../texts';
import { Avatar } from '../ui/Avatar';
import { When } from '../ui/When';
import type { Part } from './fill';
import type { Sentence } from './wording';
import './Activity.css';

interface ActivityLineProps {
  event: LiveEvent;
  sentences: readonly Sentence[];
}

/** Who did what, and when. */
export function ActivityLine({ event, sentences }: ActivityLineProps) {
  const { actor, timestamp } = event;
  return (
    <li className="activity-line">
      <Avatar id={actor?.id ?? ''} name={actor?.name ?? '?'} size={20} />
      <div className="activity-words">
        {sentences.map((sentence, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of one event never change.
          <div key={index}>
            <b className="activity-actor">{actorName(actor)}</b>{' '}
            <Words parts={sentence.parts} workspaceId={event.workspace_id} />
            {index === 0 && timestamp && (
              <>
                {' '}
                <When at={timestamp} className="activity-when" />
              </>
            )}
            {sentence.quote && <p className="activity-quote">{sentence.quote}</p>}
            {sentence.texts && <Texts {...sentence.texts} />}
          </div>
        ))}
      </div>
    </li>
  );
}

function actorName(actor: LiveEvent['actor']): string {
  if (actor === undefined) return texts.activity.somebody;
  return actor.id === session.user?.id ? texts.activity.you : actor.name;
}

function Words({ parts, workspaceId }: { parts: readonly Part[]; workspaceId: Id | null }) {
  return parts.map((part, index) => {
    // biome-ignore-start lint/suspicious/noArrayIndexKey: the parts of one sentence never change.
    if (part.kind === 'words') return <span key={index}>{part.text}</span>;
    if (part.kind === 'value' || part.taskId === null)
      return (
        <span key={index} className="activity-value">
          {part.text}
        </span>
      );
    return (
      <Link key={index} className="activity-task" href={routes.task(workspaceId, part.taskId)}>
        {part.text}
      </Link>
    );
    // biome-ignore-end lint/suspicious/noArrayIndexKey: the parts of one sentence never change.
  });
}

/** What a long text was and became. Nothing is lost by somebody writing over it. */
function Texts({ before, after }: { before: string; after: string }) {
  return (
    <details className="activity-texts">
      <summary>{texts.activity.showTexts}</summary>
      <dl>
        <dt>{texts.activity.before}</dt>
        <dd>{before || <span className="soft">{texts.activity.noText}</span>}</dd>
        <dt>{texts.activity.after}</dt>
        <dd>{after || <span className="soft">{texts.activity.noText}</span>}</dd>
      </dl>
    </details>
  );
}
