import { type ReactNode, useId } from 'react';
import { priorities, type Task } from '../../client/model';
import { assignTask, changeTask, moveTask } from '../state/commands';
import { texts } from '../texts';
import { Avatar, NoAvatar } from '../ui/Avatar';
import { Menu, MenuChoice } from '../ui/Menu';
import { useBoard } from '../workspaces/OpenWorkspace';
import { AssigneeChoices } from './AssigneeChoices';
import { DuePicker } from './DuePicker';
import { LabelChip } from './LabelChip';
import { LabelChoices } from './LabelChoices';
import { PriorityGlyph } from './PriorityGlyph';

interface PropertiesProps {
  task: Task;
  editable: boolean;
}

export function WorkspaceProperties({ task, editable }: PropertiesProps) {
  return (
    <div className="properties">
      <ColumnProperty task={task} editable={editable} />
      <PriorityProperty task={task} editable={editable} />
      <AssigneeProperty task={task} editable={editable} />
      <DueProperty task={task} editable={editable} />
      <LabelsProperty task={task} editable={editable} />
    </div>
  );
}

export function OwnProperties({ task, editable }: PropertiesProps) {
  return (
    <div className="properties">
      <PriorityProperty task={task} editable={editable} />
      <DueProperty task={task} editable={editable} />
    </div>
  );
}

interface PropertyProps {
  name: string;
  editable: boolean;
  value: ReactNode;
  choices: ReactNode;
}

/** A name and a value; pressing the value shows what else it could be. */
function Property({ name, editable, value, choices }: PropertyProps) {
  const id = useId();
  return (
    <div className="property">
      <span className="property-name" id={id}>
        {name}
      </span>
      {editable ? (
        <Menu
          trigger={
            <button type="button" className="property-value" aria-describedby={id}>
              {value}
            </button>
          }
        >
          {choices}
        </Menu>
      ) : (
        <span className="property-value property-fixed">{value}</span>
      )}
    </div>
  );
}

function ColumnProperty({ task, editable }: PropertiesProps) {
  const columns = useBoard((board) => board.columns);
  const column = columns.find(({ id }) => id === task.column_id);
  return (
    <Property
      name={texts.tasks.status}
      editable={editable}
      value={column?.name}
      choices={columns.map(({ id, name }) => (
        <MenuChoice key={id} checked={id === task.column_id} onSelect={() => moveTask(task, id)}>
          {name}
        </MenuChoice>
      ))}
    />
  );
}

function PriorityProperty({ task, editable }: PropertiesProps) {
  return (
    <Property
      name={texts.tasks.priority}
      editable={editable}
      value={
        <>
          <PriorityGlyph priority={task.priority} />
          {texts.priorities[task.priority]}
        </>
      }
      choices={priorities.map((priority) => (
        <MenuChoice
          key={priority}
          icon={<PriorityGlyph priority={priority} />}
          checked={priority === task.priority}
          onSelect={() => changeTask(task, { priority })}
        >
          {texts.priorities[priority]}
        </MenuChoice>
      ))}
    />
  );
}

function AssigneeProperty({ task, editable }: PropertiesProps) {
  const name = useBoard((board) => board.members.find(({ user_id }) => user_id === task.assigned_to)?.name);
  const shown = task.assigned_to ? (name ?? texts.tasks.formerMember) : texts.tasks.nobody;
  return (
    <Property
      name={texts.tasks.assignee}
      editable={editable}
      value={
        <>
          {task.assigned_to ? (
            <Avatar id={task.assigned_to} name={shown} size={18} />
          ) : (
            <NoAvatar size={18} />
          )}
          {shown}
        </>
      }
      choices={
        <AssigneeChoices assignedTo={task.assigned_to} onChoose={(userId) => assignTask(task, userId)} />
      }
    />
  );
}

function LabelsProperty({ task, editable }: PropertiesProps) {
  const labels = useBoard((board) => board.labels);
  const chosen = labels.filter(({ id }) => task.labels.includes(id));
  return (
    <Property
      name={texts.tasks.labels}
      editable={editable}
      value={
        chosen.length > 0 ? (
          chosen.map((label) => <LabelChip key={label.id} label={label} />)
        ) : (
          <span className="soft">{texts.tasks.noLabels}</span>
        )
      }
      choices={<LabelChoices task={task} />}
    />
  );
}

function DueProperty({ task, editable }: PropertiesProps) {
  return (
    <div className="property">
      <span className="property-name">{texts.tasks.due}</span>
      <DuePicker task={task} editable={editable} />
    </div>
  );
}
