import type { KeyboardEvent } from 'react';

const steps: Record<string, (index: number, last: number) => number> = {
  ArrowDown: (index, last) => Math.min(index + 1, last),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** Lets the arrow keys go through what matches, one in each item of a list. In a line of text, Home and End stay what they are. */
export function stepThrough(event: KeyboardEvent<HTMLElement>, selector: string): void {
  const step = steps[event.key];
  const typing = event.target instanceof HTMLInputElement && !event.key.startsWith('Arrow');
  if (step === undefined || typing || event.defaultPrevented) return;
  const elements = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
  const line = document.activeElement?.closest('li');
  const here = elements.findIndex((element) => line?.contains(element));
  elements[step(here, elements.length - 1)]?.focus();
  event.preventDefault();
}
