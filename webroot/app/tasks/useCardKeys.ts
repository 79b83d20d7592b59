import { type KeyboardEvent, useEffect, useState } from 'react';
import type { Id } from '../../client/model';
import { columnOf } from './dragging';
import { nextKey } from './nextKey';
import type { Rows } from './rows';
import type { Wanted } from './useLongList';

/** The arrow keys, j and k go from card to card, also to cards that are not mounted yet. */
export function useCardKeys(rows: Rows) {
  const [wanted, setWanted] = useState<Wanted | null>(null);
  // It is wanted once: a card that others move must not call the focus after it.
  useEffect(() => {
    if (wanted !== null) setWanted(null);
  }, [wanted]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = nextKey(event);
    if (step === null) return;
    const link = event.target as HTMLElement;
    const next = step.sideways ? cardBeside(link, step.by) : cardAlong(rows, link.dataset.taskId ?? '', step);
    if (next === undefined) return;
    event.preventDefault();
    setWanted({ id: next });
  };
  return { wanted, onKeyDown };
}

function cardAlong(rows: Rows, taskId: Id, { by, whole }: { by: number; whole: boolean }): Id | undefined {
  const row = rows.get(columnOf(rows, taskId) ?? '') ?? [];
  if (whole) return row.at(by < 0 ? 0 : -1);
  return row[row.indexOf(taskId) + by];
}

/** In the next column that has any, the card that is most nearly level. */
function cardBeside(link: HTMLElement, by: number): Id | undefined {
  const columns = [...(link.closest('.board')?.querySelectorAll('.column') ?? [])];
  const here = columns.findIndex((column) => column.contains(link));
  const onward = by > 0 ? columns.slice(here + 1) : columns.slice(0, Math.max(here, 0)).reverse();
  const cards = onward.map(cardsInSight).find((found) => found.length > 0) ?? [];
  const level = middleOf(link.closest('li') ?? link);
  const away = (card: Element) => Math.abs(middleOf(card) - level);
  return cards.toSorted((one, other) => away(one) - away(other))[0]?.getAttribute('data-key') ?? undefined;
}

function cardsInSight(column: Element): Element[] {
  return [...column.querySelectorAll('li[data-key]')];
}

function middleOf(element: Element): number {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}
