import { type Filter, filterParameters, parseFilter } from './filters';

/** How a board is looked at, as its address says it. */

export const layouts = ['board', 'list'] as const;
export type Layout = (typeof layouts)[number];

export const sorts = ['manual', 'due', 'priority', 'newest'] as const;
export type Sort = (typeof sorts)[number];

export interface BoardView {
  layout: Layout;
  /** Within a column, in the list; cards on the board are where people put them. */
  sort: Sort;
  filter: Filter;
}

/** `remembered`: what was looked at last, for addresses that do not say. */
export function parseView(search: string, remembered: Layout): BoardView {
  const parameters = new URLSearchParams(search);
  return {
    layout: layouts.find((layout) => layout === parameters.get('view')) ?? remembered,
    sort: sorts.find((sort) => sort === parameters.get('sort')) ?? 'manual',
    filter: parseFilter(parameters),
  };
}

/** The part of an address after its question mark. */
export function printView({ layout, sort, filter }: BoardView): string {
  const parameters = new URLSearchParams(filterParameters(filter));
  if (layout === 'list') parameters.set('view', layout);
  if (layout === 'list' && sort !== 'manual') parameters.set('sort', sort);
  return parameters.toString().replaceAll('%2C', ',');
}

const key = 'tandem.board-layout.';

export function rememberedLayout(workspaceId: string): Layout {
  return localStorage.getItem(key + workspaceId) === 'list' ? 'list' : 'board';
}

export function rememberLayout(workspaceId: string, layout: Layout): void {
  if (layout === 'board') localStorage.removeItem(key + workspaceId);
  else localStorage.setItem(key + workspaceId, layout);
}
