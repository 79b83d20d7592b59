import { Command } from 'cmdk';
import { type KeyboardEvent, useState } from 'react';
import type { Id } from '../../client/model';
import { useTandem } from '../state/tandem';
import { paletteTexts } from '../texts/palette';
import { BareDialog } from '../ui/Dialog';
import type { Entry, EntryGroup } from './entries';
import { PaletteFoot } from './PaletteFoot';
import { PaletteHead } from './PaletteHead';
import { PaletteList } from './PaletteList';
import { pageEntries } from './pageEntries';
import { ask, type PageName, showNothing, taskPages, useShown } from './palette';
import { bestOf } from './ranking';
import { rememberUse } from './recent';
import { everything, matching } from './results';
import { taskAtHand } from './tasksAtHand';
import { useFound } from './useFound';
import './Palette.css';

interface PaletteProps {
  firstPage: PageName | null;
  taskId: Id | null;
}

/** Everything one can do or go to, by typing. */
export default function Palette({ firstPage, taskId }: PaletteProps) {
  const [page, setPage] = useState(firstPage);
  const query = useShown((state) => state.query);
  const { groups, finding } = useGroups(page, taskId, query);
  const turnTo = (next: PageName | null) => {
    setPage(next);
    ask('');
  };
  const choose = (entry: Entry) => {
    if (page === null) rememberUse(entry.id);
    if (entry.page) return turnTo(entry.page);
    if (!entry.stays) showNothing();
    entry.run?.();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Backspace' || query !== '' || page === null) return;
    event.preventDefault();
    turnTo(null);
  };
  return (
    <BareDialog open onClose={showNothing} title={paletteTexts.title} className="palette">
      <Command
        key={page}
        label={page === null ? paletteTexts.title : paletteTexts.pages[page].title}
        shouldFilter={false}
        vimBindings={false}
        loop
        onKeyDown={press}
      >
        <PaletteHead
          page={page}
          taskId={page !== null && isTaskPage(page) ? taskId : null}
          query={query}
          onType={ask}
          onBack={() => turnTo(null)}
        />
        <PaletteList groups={groups} finding={finding} onChoose={choose} />
        <PaletteFoot nested={page !== null} />
      </Command>
    </BareDialog>
  );
}

function useGroups(page: PageName | null, taskId: Id | null, query: string) {
  const state = useTandem();
  const task = taskAtHand(taskId, state);
  const { status, items } = useFound(page === null ? query : '');
  if (page !== null) {
    return { groups: onPage(page, pageEntries(page, task, state, query), query), finding: 'idle' as const };
  }
  const groups = query.trim() === '' ? everything(task, state) : matching(query, task, state, items);
  return { groups, finding: status };
}

/** On the page for a new task what is typed is its title; on all others it narrows the choice. */
function onPage(page: PageName, entries: Entry[], query: string): EntryGroup[] {
  const shown =
    page === 'create' || query.trim() === ''
      ? entries
      : bestOf(query, entries, entries.length).map(({ item }) => item);
  return shown.length === 0 ? [] : [{ id: page, title: paletteTexts.pages[page].title, entries: shown }];
}

function isTaskPage(page: PageName): boolean {
  return (taskPages as readonly string[]).includes(page);
}
