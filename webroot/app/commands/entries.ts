import type { ReactNode } from 'react';
import type { Piece } from './highlighted';
import type { PageName } from './palette';
import type { ShortcutId } from './shortcuts';

/** A line of the palette. It leads to a page of choices, or does something. */
export interface Entry {
  /** Stays the same, so that what was used lately is found again. */
  id: string;
  title: string;
  words?: string | undefined;
  icon?: ReactNode;
  /** What stands at the end of the line. */
  detail?: string | undefined;
  /** A second line: where in a task something was found. */
  excerpt?: readonly Piece[] | undefined;
  shortcut?: ShortcutId;
  checked?: boolean;
  page?: PageName;
  run?: () => void;
  /** The palette stays open: another one may be chosen. */
  stays?: boolean;
}

export interface EntryGroup {
  id: string;
  title: string;
  entries: readonly Entry[];
}
