import { expect, test } from 'vitest';
import { can, canActOn, grantableRoles } from './permissions';

test('each role can what the one below can, and more', () => {
  expect(can('viewer', 'change-tasks')).toBe(false);
  expect(can('member', 'change-tasks')).toBe(true);
  expect(can('member', 'manage-workspace')).toBe(false);
  expect(can('admin', 'manage-workspace')).toBe(true);
  expect(can('admin', 'own-workspace')).toBe(false);
  expect(can('owner', 'own-workspace')).toBe(true);
});

test('nobody gives a role above their own, nor ownership', () => {
  expect(grantableRoles('owner')).toEqual(['admin', 'member', 'viewer']);
  expect(grantableRoles('admin')).toEqual(['admin', 'member', 'viewer']);
});

test('nobody acts on an owner, and members on nobody', () => {
  expect(canActOn('admin', 'owner')).toBe(false);
  expect(canActOn('admin', 'admin')).toBe(true);
  expect(canActOn('member', 'viewer')).toBe(false);
});
