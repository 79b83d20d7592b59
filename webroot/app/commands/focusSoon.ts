const waitMsMax = 4_000;

/** Focuses an element as soon as it is there: its part of the page may still be on its way. */
export function focusSoon(selector: string): void {
  if (focused(selector)) return;
  const observer = new MutationObserver(() => focused(selector) && stop());
  const timer = setTimeout(() => observer.disconnect(), waitMsMax);
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
  };
  observer.observe(document.body, { childList: true, subtree: true });
}

function focused(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector);
  element?.focus();
  return element !== null && document.activeElement === element;
}
