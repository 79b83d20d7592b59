import { useState } from 'react';

/**
 * Where the focus goes when a window closes: to where it was when it opened, or, if that has gone, to the page. What opened
 * it from a menu is the menu's button, because the menu has gone by then.
 */
export function useFocusReturn() {
  const [before] = useState(() => triggerOf(document.activeElement));
  return (event: Event) => {
    event.preventDefault();
    // Somebody else took it already: the task that was opened, for instance.
    if (document.activeElement !== document.body) return;
    const back = [before, document.getElementById('page')].find((element) => element?.isConnected);
    if (back instanceof HTMLElement) back.focus({ preventScroll: true });
  };
}

function triggerOf(element: Element | null): Element | null {
  const menu = element?.closest('[role="menu"]');
  const trigger = menu && document.getElementById(menu.getAttribute('aria-labelledby') ?? '');
  return trigger ? triggerOf(trigger) : element;
}
