import { type Role, roles } from '../../client/model';

export type Capability = 'change-tasks' | 'moderate-comments' | 'manage-workspace' | 'own-workspace';

const least: Record<Capability, Role> = {
  'change-tasks': 'member',
  'moderate-comments': 'admin',
  'manage-workspace': 'admin',
  'own-workspace': 'owner',
};

/** What the screen offers. The server decides for itself. */
export function can(role: Role, capability: Capability): boolean {
  return atLeast(role, least[capability]);
}

/** The roles somebody may give to others: never above their own, and ownership only by transfer. */
export function grantableRoles(role: Role): Role[] {
  return roles.filter((other) => other !== 'owner' && atLeast(role, other));
}

/** Whether one may change or remove a member of the other role. */
export function canActOn(role: Role, other: Role): boolean {
  return can(role, 'manage-workspace') && other !== 'owner' && atLeast(role, other);
}

function atLeast(role: Role, needed: Role): boolean {
  return roles.indexOf(role) <= roles.indexOf(needed);
}
