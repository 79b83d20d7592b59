import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Id } from '../../client/model';
import { stepTaken } from './TaskSteps';

/**
 * Focus goes into the panel when it opens and back to the card when it closes; the card stays in sight beside it. Who steps
 * from task to task keeps the focus on the button they step with. Answers whether this task was stepped to.
 */
export function useFocusWhileOpen(panel: RefObject<HTMLElement | null>, taskId: Id | undefined): boolean {
  const opened = useRef(taskId);
  const [step] = useState(stepTaken);
  useEffect(() => {
    const card = () => document.querySelector<HTMLElement>(`[data-task-id="${opened.current}"]`);
    const button = step && panel.current?.querySelector<HTMLElement>(`[data-step="${step}"]:enabled`);
    (button || panel.current)?.focus({ preventScroll: true });
    card()?.closest('li')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return () => card()?.focus();
  }, [panel, step]);
  return step !== undefined;
}
