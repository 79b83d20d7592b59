import { beforeEach, expect, test } from 'vitest';
import { currentTaskId } from './currentTask';

beforeEach(() => {
  history.replaceState(null, '', '/workspaces/w');
  document.body.innerHTML = `
    <ul>
      <li><a href="#" data-task-id="first">First</a><button type="button">Menu</button></li>
      <li><a href="#">No task</a></li>
    </ul>`;
});

test('nothing is meant where no task is open, focused or below the mouse', () => {
  expect(currentTaskId()).toBeNull();
});

test('the task whose card has the focus is meant, whatever in the card it is on', () => {
  document.querySelector('button')?.focus();
  expect(currentTaskId()).toBe('first');
});

test('a list of other things has no task', () => {
  document.querySelectorAll('a')[1]?.focus();
  expect(currentTaskId()).toBeNull();
});

test('the open task goes before the one with the focus', () => {
  document.querySelector('a')?.focus();
  history.replaceState(null, '', '/workspaces/w/tasks/open');
  expect(currentTaskId()).toBe('open');
});
