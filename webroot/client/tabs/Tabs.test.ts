import { beforeEach, expect, test } from 'vitest';
import type { Operation } from '../operation';
import type { Command } from '../protocol';
import { operation } from '../testing/fakes';
import { FakeBrowser, type FakeTab, settle } from '../testing/tabs';

let browser: FakeBrowser;
let left: FakeTab;
let right: FakeTab;

beforeEach(async () => {
  browser = new FakeBrowser();
  left = await browser.open('left');
  right = await browser.open('right');
});

const make = (id: string, command: Command): Operation => operation(id, command, 'w');
const create = (id: string) => make(id, { type: 'task.create', data: { id, title: id } });
const rename = (id: string, of: string, version = 1) =>
  make(id, { type: 'task.update', data: { task_id: of, title: id, version } });
const add = (tab: FakeTab, ...operations: Operation[]) => {
  for (const each of operations) tab.outbox.add(each);
  return settle();
};

test('what one tab does shows in the others, and all count the same', async () => {
  await add(left, create('a'));
  await add(right, create('b'));
  for (const tab of [left, right]) {
    expect(tab.pending).toEqual(['a', 'b']);
    expect(tab.outbox.unansweredCount).toBe(2);
  }
  const late = await browser.open('late');
  expect(late.pending).toEqual(['a', 'b']);
});

test('a tab that opens while another goes on misses nothing', async () => {
  await add(left, create('a'));
  const opening = browser.open('late');
  left.outbox.add(create('b'));
  expect((await opening).pending).toEqual(['a', 'b']);
});

test('each operation is sent by the tab it was made in', async () => {
  await add(left, create('a'));
  await add(right, create('b'));
  await left.connect();
  await right.connect();
  expect(browser.wire).toEqual(['left:a', 'right:b']);
});

test('an answer to one tab is an answer to all', async () => {
  await add(left, create('a'));
  await left.connect();
  left.outbox.answered('a', 7, 1);
  await settle();
  expect(right.pending).toEqual([]);
  expect(browser.kept.size).toBe(0);
});

test('a change waits for what it builds on in another tab, and goes on from its version', async () => {
  await add(left, rename('first', 't', 5));
  await add(right, rename('second', 't', 5));
  await right.connect();
  expect(browser.wire).toEqual([]);
  await left.connect();
  left.outbox.answered('first', 9, 6);
  await settle();
  expect(browser.wire).toEqual(['left:first', 'right:second']);
  expect(right.outbox.find('second')?.data).toMatchObject({ version: 6 });
});

test('when a tab is gone another sends what it left, in order and once', async () => {
  await add(left, create('a'), create('b'));
  await add(right, create('c'));
  const third = await browser.open('third');
  await right.connect();
  await third.connect();
  await browser.lose(left);
  expect(browser.wire.map((sent) => sent.split(':')[1])).toEqual(['c', 'a', 'b']);
  for (const tab of [right, third]) expect(tab.pending).toEqual(['a', 'b', 'c']);
});

test('the next page takes over what the last one left', async () => {
  await add(left, create('a'), create('b'));
  await browser.lose(left);
  await browser.lose(right);
  const next = await browser.open('next');
  await next.connect();
  expect(browser.wire).toEqual(['next:a', 'next:b']);
});

test('what was said and not yet written when a tab went is not lost', async () => {
  await add(left, create('a'));
  browser.kept.clear();
  await browser.lose(left);
  expect(browser.kept.get('a')?.tab).toBe('right');
});

test('a tab that comes back sends nothing that another has sent meanwhile', async () => {
  await left.connect();
  left.connected = false;
  await add(left, create('a'), create('b'));
  await browser.lose(left);
  await right.connect();
  right.outbox.answered('a', 7, 1);
  await settle();
  await left.wake();
  await left.connect();
  expect(browser.wire).toEqual(['right:a', 'right:b']);
  expect(left.pending).toEqual(['b']);
});

test('a tab that is connected has the others try at once', async () => {
  await left.connect();
  expect([left.retries, right.retries]).toEqual([0, 1]);
});

test('a refusal is told in the tab it belongs to, and rolls back in all', async () => {
  await add(left, create('a'));
  await add(right, rename('b', 'a'));
  await left.connect();
  await left.refuse('a');
  expect([left.rejected, right.rejected]).toEqual([['a'], []]);
  expect([left.pending, right.pending]).toEqual([[], []]);
  left.outbox.settle('a');
  await settle();
  expect(browser.kept.size).toBe(0);
});

test('where nobody looks at that tab, one that is looked at tells', async () => {
  left.attended = false;
  const third = await browser.open('third');
  await add(left, create('a'));
  await left.connect();
  await left.refuse('a');
  expect([left, right, third].flatMap(({ rejected }) => rejected)).toEqual(['a']);
  expect(left.rejected).toEqual([]);
});

test('where nobody looks at all, it is told once somebody does', async () => {
  left.attended = right.attended = false;
  await add(left, create('a'));
  await left.connect();
  await left.refuse('a');
  expect([left.rejected, right.rejected]).toEqual([[], []]);
  right.attended = true;
  right.outbox.tellRefusals();
  await settle();
  left.attended = true;
  left.outbox.tellRefusals();
  expect([left.rejected, right.rejected]).toEqual([[], ['a']]);
});

test('what the person had not decided when the page ended is asked again by the next', async () => {
  await add(left, rename('a', 't'));
  await left.connect();
  await left.refuse('a', 'conflict');
  await browser.lose(right);
  await browser.lose(left);
  const next = await browser.open('next');
  await next.connect();
  expect(next.rejected).toEqual(['a']);
  expect(next.pending).toEqual([]);
  expect(browser.wire).toEqual(['left:a']);
});
