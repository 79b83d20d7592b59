import type { Role, Status } from '../../client/model';

/**
 * What somebody did, behind their name. `{task}` is the task; `{of}`, `{on}`, `{to}` and `{off}` name it at the end of a
 * sentence and are empty where only one task is spoken of; `{value}`, `{from}` and `{into}` are names and texts.
 */
export const activityTexts = {
  activity: {
    title: 'Activity',
    thisTask: 'this task',
    unknownTask: 'a deleted task',
    former: {
      column: 'a former column',
      label: 'a former label',
      member: 'a former member',
    },
    tails: { of: ' of {task}', on: ' on {task}', to: ' to {task}', off: ' from {task}' } as Record<
      string,
      string
    >,
    you: 'You',
    somebody: 'Somebody',
    empty: 'Nothing has happened yet',
    failed: 'The activity could not be loaded.',
    showMore: 'Show more',
    showTexts: 'Show the texts',
    before: 'Before',
    after: 'After',
    noText: 'No text',

    tasks: {
      'task.created': 'created {task}',
      'task.deleted': 'deleted {task}',
      'task.completed': 'completed {task}',
      'task.reopened': 'reopened {task}',
      'comment.created': 'commented{on}',
      'comment.updated': 'edited a comment{on}',
      'comment.deleted': 'deleted a comment{on}',
    } as Record<string, string>,
    moved: 'moved {task} from {from} to {into}',
    assigned: 'assigned {task} to {into}',
    took: 'took on {task}',
    handedOver: 'handed {task} over from {from} to {into}',
    unassigned: 'took {task} off {from}',
    gaveUp: 'gave up {task}',
    renamed: 'changed the title{of} from {from} to {into}',
    described: 'wrote a description{of}',
    redescribed: 'changed the description{of}',
    undescribed: 'removed the description{of}',
    prioritySet: 'set the priority{of} to {into}',
    priorityChanged: 'changed the priority{of} from {from} to {into}',
    priorityRemoved: 'removed the priority {from}{off}',
    dueSet: 'set the due date{of} to {into}',
    dueChanged: 'moved the due date{of} from {from} to {into}',
    dueRemoved: 'removed the due date {from}{off}',
    labelAdded: 'added the label {value}{to}',
    labelRemoved: 'removed the label {value}{off}',
    itemAdded: 'added {value} to the checklist{of}',
    itemRemoved: 'removed {value} from the checklist{of}',
    itemDone: 'checked off {value}{on}',
    itemOpen: 'reopened {value}{on}',
    itemChanged: 'changed {from} to {into} in the checklist{of}',
    checklistOrdered: 'reordered the checklist{of}',

    workspace: {
      'workspace.created': 'created the workspace',
      'workspace.deleted': 'deleted the workspace',
      'column.created': 'added the column {value}',
      'column.moved': 'moved the column {value}',
      'column.deleted': 'removed a column',
      'label.created': 'added the label {value}',
      'label.deleted': 'removed a label',
      'member.left': 'left the workspace',
      'member.removed': 'removed {value} from the workspace',
      'invite.revoked': 'withdrew an invite',
    } as Record<string, string>,
    workspaceRenamed: 'renamed the workspace from {from} to {into}',
    workspaceDescribed: 'changed the description of the workspace',
    workspaceSettings: 'changed the settings of the workspace',
    columnRenamed: 'renamed the column {from} to {into}',
    columnDone: 'made {value} a column for what is done',
    columnOpen: 'made {value} a column for what is not done',
    labelRenamed: 'renamed the label {from} to {into}',
    labelRecolored: 'gave the label {value} another colour',
    joined: 'joined as {value}',
    invited: 'invited somebody as {value}',
    roleChanged: 'made {value} {into}',
    roles: {
      owner: 'the owner',
      admin: 'an admin',
      member: 'a member',
      viewer: 'a viewer',
    } satisfies Record<Role, string>,
  },

  time: {
    justNow: 'just now',
    minutes: (minutes: number) => `${minutes} min ago`,
    hours: (hours: number) => `${hours} h ago`,
  },

  statuses: {
    available: 'Available',
    away: 'Away',
    do_not_disturb: 'Do not disturb',
  } satisfies Record<Status, string>,
};
