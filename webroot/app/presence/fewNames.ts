import { texts } from '../texts';

const namesMax = 6;

/** The names, and from the seventh on only how many more. */
export function fewNames(people: readonly { name: string }[]): string[] {
  const names = people.map(({ name }) => name);
  if (names.length <= namesMax) return names;
  return [...names.slice(0, namesMax), texts.presence.others(names.length - namesMax)];
}
