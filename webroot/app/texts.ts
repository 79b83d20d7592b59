import type { Role } from '../client/model';
import type { CommandType } from '../client/protocol';
import { activityTexts } from './texts/activity';
import { commandTexts } from './texts/commands';
import { count } from './texts/count';
import { markdownTexts } from './texts/markdown';
import { notificationTexts } from './texts/notifications';
import { peopleTexts } from './texts/people';
import { problems } from './texts/problems';
import { shellTexts } from './texts/shell';
import { taskTexts } from './texts/task';
import { workspaceTexts } from './texts/workspace';

/** Every word the app says, here and in `texts/`, so that another language is another set of files like these. */

const roleNames: Record<Role, string> = {
  owner: 'Owner',
  admin: 'Admin',
  member: 'Member',
  viewer: 'Viewer',
};

const undone: Record<CommandType, string> = {
  'task.create': 'The task could not be created',
  'task.update': 'The change was undone',
  'task.move': 'The move was undone',
  'task.assign': 'The assignment was undone',
  'task.complete': 'The task was not completed',
  'task.reopen': 'The task was not reopened',
  'task.delete': 'The task was not deleted',
  'comment.create': 'The comment was not sent',
  'comment.update': 'The comment was not changed',
  'comment.delete': 'The comment was not deleted',
  status: 'Your status was not changed',
  'notification.read': 'The notification was not marked as read',
  'notification.read_all': 'The notifications were not marked as read',
  'workspace.seen': 'What you have seen was not noted',
};

export const texts = {
  ...shellTexts,
  ...taskTexts,
  ...markdownTexts,
  ...workspaceTexts,
  ...activityTexts,
  ...peopleTexts,
  ...notificationTexts,
  ...commandTexts,
  problems,
  roleNames,
  toasts: {
    region: 'Messages',
    textIsBack: 'Your text is back where you wrote it.',
    left: (number: number) => `${count(number, 'change is', 'changes are')} not sent yet`,
    leftHint: 'Kept on this device, and sent when you sign in here again.',
    undone: (type: CommandType, number: number) =>
      number > 1 ? `${undone[type]}, nor ${count(number - 1, 'change', 'changes')} after it` : undone[type],
  },
};
