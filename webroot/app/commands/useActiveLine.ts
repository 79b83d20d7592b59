import { useCommandState } from 'cmdk';
import { useLayoutEffect, useRef } from 'react';

/**
 * Tells who listens which line is chosen. cmdk 1.1 does so itself, but looks for it before the lines are drawn anew: after
 * each letter typed it named the line chosen before, which may have gone.
 */
export function useActiveLine() {
  const list = useRef<HTMLDivElement>(null);
  useCommandState((state) => state.value);
  useLayoutEffect(() => {
    const root = list.current?.closest('[cmdk-root]');
    const active = list.current?.querySelector('[aria-selected="true"]')?.id;
    for (const element of root?.querySelectorAll('[role="combobox"], [role="listbox"]') ?? []) {
      if (active === undefined) element.removeAttribute('aria-activedescendant');
      else element.setAttribute('aria-activedescendant', active);
    }
  });
  return list;
}
