import { ChevronDown, ChevronUp } from 'lucide-react';
import { useLocation } from 'wouter';
import type { Id, Task } from '../../client/model';
import { routes } from '../routes';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { IconButton } from '../ui/Button';

/** The tasks before and after the open one; `null` at the ends. */
export interface TaskSteps {
  workspaceId: Id | null;
  previous: Id | null;
  next: Id | null;
}

export const stepNames = ['previous', 'next'] as const;
export type StepName = (typeof stepNames)[number];

export function stepsAround(workspaceId: Id | null, row: readonly Id[], taskId: Id | undefined): TaskSteps {
  const index = taskId === undefined ? -1 : row.indexOf(taskId);
  if (index < 0) return { workspaceId, previous: null, next: null };
  return { workspaceId, previous: row[index - 1] ?? null, next: row[index + 1] ?? null };
}

/** In the order of the task's column. */
export function useStepsInRow(task: Task | undefined): TaskSteps {
  const row = useTandem((state) => state.rows.get(task?.column_id ?? null));
  return stepsAround(task?.workspace_id ?? null, row ?? [], task?.id);
}

export function StepButtons({ steps }: { steps: TaskSteps }) {
  if (steps.previous === null && steps.next === null) return null;
  return (
    <span className="task-steps">
      <StepButton name="previous" steps={steps} icon={<ChevronUp size={16} />} />
      <StepButton name="next" steps={steps} icon={<ChevronDown size={16} />} />
    </span>
  );
}

interface StepButtonProps {
  name: StepName;
  steps: TaskSteps;
  icon: React.ReactNode;
}

function StepButton({ name, steps, icon }: StepButtonProps) {
  const [, go] = useLocation();
  const taskId = steps[name];
  return (
    <IconButton
      label={texts.tasks.steps[name]}
      icon={icon}
      data-step={name}
      disabled={taskId === null}
      onClick={() =>
        taskId && go(routes.task(steps.workspaceId, taskId), { replace: true, state: { step: name } })
      }
    />
  );
}

/** Which button led to the address that is open, if it was one of these. */
export function stepTaken(): StepName | undefined {
  const state: unknown = history.state;
  if (state === null || typeof state !== 'object' || !('step' in state)) return undefined;
  return stepNames.find((name) => name === state.step);
}
