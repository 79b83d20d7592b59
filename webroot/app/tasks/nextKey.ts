import type { KeyboardEvent } from 'react';

export interface Step {
  by: 1 | -1;
  sideways: boolean;
  /** All the way to the end. */
  whole: boolean;
}

const along = { sideways: false, whole: false };
const beside = { sideways: true, whole: false };
const end = { sideways: false, whole: true };

const steps: Record<string, Step> = {
  ArrowDown: { by: 1, ...along },
  j: { by: 1, ...along },
  ArrowUp: { by: -1, ...along },
  k: { by: -1, ...along },
  ArrowRight: { by: 1, ...beside },
  ArrowLeft: { by: -1, ...beside },
  End: { by: 1, ...end },
  Home: { by: -1, ...end },
};

/** Where a key leads from a task that has the focus; nowhere while something else in the list has it. */
export function nextKey(event: KeyboardEvent): Step | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return null;
  if (!(event.target as HTMLElement).matches('[data-task-id]')) return null;
  return steps[event.key] ?? null;
}
