import { act, renderHook } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { operation } from '../../client/testing/fakes';
import { draftOf, draftsAreKept, dropDraft, keepDraft, keptDraft, pruneDrafts } from './drafts';
import { rejected } from './rejections';
import { useTypedText } from './useTypedText';

const comment = draftOf.comment('t1');
const typedText = (name = comment) => renderHook(() => useTypedText(name)).result;
const refuse = (...dropped: Parameters<typeof rejected>[2]) =>
  dropped[0] && rejected(dropped[0], { type: 'error', code: 'limit_reached', message: '' }, dropped);
const say = (id: string, text: string) =>
  operation(id, { type: 'comment.create', data: { id, task_id: 't1', text, mentions: [] } });
const day = 86_400_000;

test('a refused comment is back where it was written, before what was begun since', () => {
  const shown = typedText();
  act(() => shown.current[1]('By the way'));
  act(() => void refuse(say('1', 'I disagree')));
  expect(shown.current[0]).toBe('I disagree\n\nBy the way');
});

test('several refused ones come back in their order', () => {
  refuse(say('1', 'First'));
  refuse(say('2', 'Second'));
  expect(keptDraft(comment)?.text).toBe('First\n\nSecond');
});

test('comments that fall with their task are not lost either', () => {
  const create = operation('1', { type: 'task.create', data: { id: 't1', title: 'New', column_id: 'todo' } });
  refuse(create, say('2', 'A thought'));
  expect(keptDraft(comment)?.text).toBe('A thought');
  expect(keptDraft(draftOf.newTask('todo'))?.text).toBe('New');
});

test('a refused change of a comment comes back as it was typed', () => {
  refuse(operation('1', { type: 'comment.update', data: { comment_id: 'c1', text: 'Corrected' } }));
  expect(keptDraft(draftOf.commentEdit('c1'))?.text).toBe('Corrected');
});

test('of a title that is refused twice the last comes back, and nothing over what is being typed', () => {
  const rename = (id: string, title: string) =>
    operation(id, { type: 'task.update', data: { task_id: 't1', version: 4, title } });
  refuse(rename('1', 'One'));
  refuse(rename('2', 'Two'));
  expect(keptDraft(draftOf.title('t1'))).toMatchObject({ text: 'Two', basedOn: 4 });
  keepDraft(draftOf.title('t1'), { text: 'Two and a half', startedFrom: 'Two' });
  refuse(rename('3', 'Three'));
  expect(keptDraft(draftOf.title('t1'))?.text).toBe('Two and a half');
});

test('what another tab goes on typing is not dropped with what this one has sent', () => {
  keepDraft(comment, { text: 'Typed on elsewhere' });
  dropDraft(comment, 'Sent here');
  expect(keptDraft(comment)?.text).toBe('Typed on elsewhere');
});

test('a browser that keeps nothing still lets one write, and knows that it would be lost', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const shown = typedText();
  act(() => shown.current[1]('Hello'));
  expect(shown.current[0]).toBe('Hello');
  expect(draftsAreKept()).toBe(false);
  act(() => shown.current[1](''));
  expect(shown.current[0]).toBe('');
  expect(draftsAreKept()).toBe(true);
});

test('what was left lying for a month is forgotten, of everybody', () => {
  keepDraft(comment, { text: 'Half a thought' });
  localStorage.setItem(
    'tandem.draft.grace.comment.t1',
    JSON.stringify({ text: 'Old', at: Date.now() - 31 * day }),
  );
  pruneDrafts();
  expect(keptDraft(comment)?.text).toBe('Half a thought');
  pruneDrafts(Date.now() + 31 * day);
  expect(localStorage.length).toBe(0);
});

test('comments that an earlier version kept are still there', () => {
  localStorage.setItem('tandem.comment..t1', 'From before');
  pruneDrafts();
  expect(keptDraft(comment)?.text).toBe('From before');
  expect(localStorage.getItem('tandem.comment..t1')).toBeNull();
});
