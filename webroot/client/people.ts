import type { Id, Person } from './model';
import type { Ephemeral } from './protocol';

/** Who has a workspace open now, by their id. */
export type People = ReadonlyMap<Id, Person>;

export const nobody: People = new Map();

export function indexPeople(people: readonly Person[]): People {
  return new Map(people.map((person) => [person.user_id, person]));
}

/** Who is there after a message about people. One that tells nothing new leaves them as they are. */
export function reducePeople(people: People, message: Ephemeral): People {
  switch (message.type) {
    case 'presence.user_joined':
      return new Map(people).set(message.data.user_id, message.data);
    case 'presence.user_left':
      return without(people, [message.data.user_id]);
    case 'presence.update':
      return updated(people, message.data);
    case 'viewing':
      return looking(people, message.data);
    case 'typing':
      return people;
  }
}

interface Update {
  full: boolean;
  people: readonly Person[];
  left: readonly Id[];
}

function updated(people: People, { full, people: changed, left }: Update): People {
  if (full) return indexPeople(changed);
  const next = new Map(without(people, left));
  for (const person of changed) next.set(person.user_id, person);
  return next;
}

function without(people: People, left: readonly Id[]): People {
  if (!left.some((id) => people.has(id))) return people;
  return new Map([...people].filter(([id]) => !left.includes(id)));
}

/** Somebody not known looks at nothing here: a full list that has them is on its way. */
function looking(people: People, { user_id, viewing }: { user_id: Id; viewing: readonly Id[] }): People {
  const person = people.get(user_id);
  return person === undefined ? people : new Map(people).set(user_id, { ...person, viewing });
}

/** The others who look at each task. A task whose viewers are who they were keeps the very same list. */
export function viewersByTask(
  people: People,
  myId: Id,
  before: ReadonlyMap<Id, readonly Person[]> = new Map(),
): ReadonlyMap<Id, readonly Person[]> {
  const viewers = new Map<Id, Person[]>();
  for (const person of others(people, myId)) {
    for (const taskId of person.viewing) {
      const list = viewers.get(taskId);
      if (list === undefined) viewers.set(taskId, [person]);
      else list.push(person);
    }
  }
  return new Map([...viewers].map(([taskId, list]) => [taskId, keep(before.get(taskId), list)]));
}

/** Everybody but oneself, by who came first. */
export function others(people: People, myId: Id): Person[] {
  return [...people.values()].filter(({ user_id }) => user_id !== myId).toSorted(byArrival);
}

function byArrival(left: Person, right: Person): number {
  if (left.since !== right.since) return left.since < right.since ? -1 : 1;
  return left.user_id < right.user_id ? -1 : 1;
}

function keep(before: readonly Person[] | undefined, after: readonly Person[]): readonly Person[] {
  const same = before?.length === after.length && after.every((person, index) => person === before[index]);
  return same ? before : after;
}
