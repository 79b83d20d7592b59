import { plain } from '../../client/mentions';
import { type Member, roles } from '../../client/model';

/** Those whose name or address holds every word that was typed, whatever its case and accents. */
export function findMembers(members: readonly Member[], typed: string): Member[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return members
    .filter(({ name, email }) => {
      const text = plain(`${name} ${email}`);
      return words.every((word) => text.includes(word));
    })
    .toSorted(byRoleAndName);
}

/** Who may most comes first. */
function byRoleAndName(left: Member, right: Member): number {
  const higher = roles.indexOf(left.role) - roles.indexOf(right.role);
  return higher || left.name.localeCompare(right.name) || (left.user_id < right.user_id ? -1 : 1);
}
