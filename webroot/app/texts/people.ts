import type { Status } from '../../client/model';
import { count } from './count';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

export const peopleTexts = {
  presence: {
    here: (names: string[]) => `Also here: ${list.format(names)}`,
    looking: (names: string[]) => `Looking at this: ${list.format(names)}`,
    more: (number: number) => `+${number}`,
    others: (number: number) => `${number} more`,
    named: (name: string, status: string) => `${name} · ${status}`,
    lookingAt: (number: string) => `Looking at ${number}`,
    online: 'Online',
    lastSeen: 'Last seen',
    neverSeen: 'Not here yet',
    typing: (names: string[]) => {
      if (names.length > 2) return `${count(names.length, 'person is', 'people are')} typing…`;
      return `${list.format(names)} ${names.length === 1 ? 'is' : 'are'} typing…`;
    },
    statusIs: (status: string) => `Status: ${status}`,
  },

  statuses: {
    available: 'Available',
    away: 'Away',
    do_not_disturb: 'Do not disturb',
  } satisfies Record<Status, string>,

  statusHints: {
    available: 'Notifications come at once',
    away: 'Shown by itself after five minutes',
    do_not_disturb: 'Notifications stay quiet',
  } satisfies Record<Status, string>,

  comments: {
    title: 'Comments',
    tabs: 'Comments and activity',
    count: (number: number) => count(number, 'comment', 'comments'),
    write: 'Write a comment',
    placeholder: 'Comment, or @mention somebody…',
    ownPlaceholder: 'Write a note…',
    send: 'Comment',
    sendHint: 'Markdown · Ctrl+Enter sends',
    edit: 'Edit',
    editing: 'Edit comment',
    edited: 'edited',
    editedAt: (when: string) => `Edited ${when}`,
    actions: (name: string) => `Actions for the comment by ${name}`,
    deleteTitle: 'Delete this comment?',
    deleteHint: 'It disappears for everybody. This cannot be undone.',
    none: 'No comments yet',
    failed: 'The comments could not be loaded.',
    suggestions: 'People to mention',
    suggested: (number: number) => `${count(number, 'person', 'people')}. Arrow keys choose, Enter mentions.`,
    tooLong: (over: number) => `${count(over, 'character', 'characters')} too many`,
  },
};
