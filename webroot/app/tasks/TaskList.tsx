import { SearchX } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useState } from 'react';
import type { Id } from '../../client/model';
import { can } from '../state/permissions';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { Notice } from '../ui/Notice';
import { useBoard, useRole } from '../workspaces/OpenWorkspace';
import type { Sort } from './boardView';
import { ListGroup } from './ListGroup';
import { ListRow } from './ListRow';
import { groupKey, type ListItem, listItems } from './listItems';
import { nextKey } from './nextKey';
import type { Rows } from './rows';
import { useLongList, type Wanted } from './useLongList';
import './TaskList.css';

interface TaskListProps {
  rows: Rows;
  filtering: boolean;
  openTaskId: Id | null;
  sort: Sort;
}

const groupHeight = 36;
const rowHeight = 41;
const spaces = { gap: 0, paddingStart: 0, paddingEnd: 40 };

/** The tasks of a board below each other, grouped by column. */
export function TaskList({ rows, filtering, openTaskId, sort }: TaskListProps) {
  const editable = can(useRole(), 'change-tasks');
  const { items, toggle } = useItems(rows, sort, filtering);
  const keys = useMemo(() => items.map(({ key }) => key), [items]);
  const stepping = useListKeys(items);
  const list = useLongList({
    keys,
    estimate: (index) => (items[index]?.kind === 'group' ? groupHeight : rowHeight),
    ...spaces,
    held: [openTaskId],
    wanted: stepping.wanted,
    headOf: (index) => items.findLastIndex(({ kind }, at) => at <= index && kind === 'group'),
  });
  const { reveal, backTo } = list;
  const fold = useCallback(
    (columnId: Id) => {
      backTo(groupKey(columnId));
      toggle(columnId);
    },
    [backTo, toggle],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another task is opened.
  useEffect(() => {
    if (openTaskId !== null) reveal(openTaskId);
  }, [openTaskId]);
  if (items.length === 0) {
    return (
      <div className="task-list">
        <Notice
          icon={<SearchX size={20} />}
          title={filtering ? texts.filters.none : texts.board.noColumns}
          hint={filtering ? texts.filters.noneHint : ''}
        />
      </div>
    );
  }
  return (
    <ul
      ref={list.scroller}
      className="task-list"
      aria-label={texts.tasks.list}
      onKeyDown={stepping.onKeyDown}
      {...list.focusHandlers}
    >
      {list.items.map(({ index, start }) => {
        const item = items[index];
        const shared = { index, top: start, measure: list.measure };
        if (item === undefined) return null;
        return item.kind === 'group' ? (
          <ListGroup
            key={item.key}
            {...shared}
            column={item.column}
            count={item.count}
            atTop={index === list.head}
            folded={item.folded}
            filtering={filtering}
            onToggle={fold}
          />
        ) : (
          <ListRow
            key={item.key}
            {...shared}
            taskId={item.key}
            place={item.place}
            of={item.of}
            editable={editable}
            open={item.key === openTaskId}
          />
        );
      })}
      <li className="cards-room" style={{ height: list.height }} aria-hidden />
    </ul>
  );
}

function useItems(rows: Rows, sort: Sort, onlyFilled: boolean) {
  const columns = useBoard((board) => board.columns);
  // Where people give the order, a change of a task that leaves it in its place changes nothing here.
  const tasks = useTandem((state) => (sort === 'manual' ? null : (state.board?.tasks ?? null)));
  const [folded, setFolded] = useState<ReadonlySet<Id>>(new Set());
  const items = useMemo(
    () => listItems({ columns, rows, tasks: tasks ?? new Map(), sort, folded, onlyFilled }),
    [columns, rows, tasks, sort, folded, onlyFilled],
  );
  const toggle = useCallback(
    (columnId: Id) =>
      setFolded((before) => {
        const others = [...before].filter((id) => id !== columnId);
        return new Set(before.has(columnId) ? others : [...others, columnId]);
      }),
    [],
  );
  return { items, toggle };
}

/** Up and down goes from task to task, over the heads of the groups. */
function useListKeys(items: readonly ListItem[]) {
  const [wanted, setWanted] = useState<Wanted | null>(null);
  useEffect(() => {
    if (wanted !== null) setWanted(null);
  }, [wanted]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = nextKey(event);
    if (step === null || step.sideways) return;
    const tasks = items.filter(({ kind }) => kind === 'task');
    const here = tasks.findIndex(({ key }) => key === (event.target as HTMLElement).dataset.taskId);
    const next = step.whole ? tasks.at(step.by < 0 ? 0 : -1) : tasks[here + step.by];
    event.preventDefault();
    if (next !== undefined) setWanted({ id: next.key });
  };
  return { wanted, onKeyDown };
}
