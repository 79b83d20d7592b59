import { act, renderHook } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { operation } from '../../client/testing/fakes';
import { rejected } from '../state/rejections';
import { saveDraft, useCommentDraft } from './drafts';

const draft = () => renderHook(() => useCommentDraft('t1')).result;
const say = (id: string, text: string) =>
  operation(id, { type: 'comment.create', data: { id, task_id: 't1', text, mentions: [] } });

test('a refused comment is back where it was written, before what was begun since', () => {
  const shown = draft();
  act(() => saveDraft('t1', 'By the way'));
  const refused = say('1', 'I disagree');
  act(() => rejected(refused, { type: 'error', code: 'forbidden', message: '' }, [refused]));
  expect(shown.current).toBe('I disagree\n\nBy the way');
});

test('comments that fall with their task are not lost either', () => {
  const create = operation('1', { type: 'task.create', data: { id: 't1', title: 'New' } });
  const error = { type: 'error', code: 'limit_reached', message: '' } as const;
  rejected(create, error, [create, say('2', 'A thought')]);
  expect(draft().current).toBe('A thought');
});

test('a browser that keeps nothing still lets one write', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const shown = draft();
  act(() => saveDraft('t1', 'Hello'));
  expect(shown.current).toBe('Hello');
  act(() => saveDraft('t1', ''));
  expect(shown.current).toBe('');
});
