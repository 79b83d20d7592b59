import { act, renderHook } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { draftOf, keptDraft } from '../state/drafts';
import { hasLive } from '../state/tandem';
import { useDraft } from './useDraft';

vi.mock('../state/tandem', () => ({ hasLive: vi.fn(() => true) }));

function draft(value = 'Old', version = 3) {
  const save = vi.fn();
  const accepts = (text: string) => text !== '';
  const hook = renderHook((props) => useDraft({ ...props, save, accepts }), {
    initialProps: { value, version },
  });
  return { ...hook, save };
}

test('what others write shows as long as nobody types here', () => {
  const { result, rerender } = draft();
  rerender({ value: 'Theirs', version: 4 });
  expect(result.current.text).toBe('Theirs');
});

test('typing hides what others write, and is saved on the version it began with', () => {
  const { result, rerender, save } = draft();
  act(() => result.current.type('Mine'));
  rerender({ value: 'Theirs', version: 4 });
  expect(result.current.text).toBe('Mine');
  act(() => result.current.commit());
  expect(save).toHaveBeenCalledExactlyOnceWith('Mine', 3);
});

test('text that ends as it began is not saved', () => {
  const { result, save } = draft();
  act(() => result.current.type('Older'));
  act(() => result.current.type('Old'));
  act(() => result.current.commit());
  expect(save).not.toHaveBeenCalled();
});

test('what is not acceptable is put back', () => {
  const { result, save } = draft();
  act(() => result.current.type(''));
  act(() => result.current.commit());
  expect(save).not.toHaveBeenCalled();
  expect(result.current.text).toBe('Old');
});

test('what is discarded is not saved', () => {
  const { result, save } = draft();
  act(() => result.current.type('Mine'));
  act(() => result.current.discard());
  act(() => result.current.commit());
  expect(save).not.toHaveBeenCalled();
});

test('closing the panel or the page saves what was typed', () => {
  const left = draft();
  act(() => left.result.current.type('Mine'));
  left.unmount();
  expect(left.save).toHaveBeenCalledExactlyOnceWith('Mine', 3);

  const hidden = draft();
  act(() => hidden.result.current.type('Mine'));
  act(() => void window.dispatchEvent(new Event('pagehide')));
  expect(hidden.save).toHaveBeenCalledExactlyOnceWith('Mine', 3);
});

const named = (props: { value: string; version: number }) => {
  const save = vi.fn();
  const hook = renderHook((latest) => useDraft({ ...latest, save, name: draftOf.title('t1') }), {
    initialProps: props,
  });
  return { ...hook, save };
};

test('what a crash left comes back, and is saved on the version it began with once the person says so', () => {
  const crashed = named({ value: 'Old', version: 3 });
  act(() => crashed.result.current.type('Mine'));
  const { result, save, unmount } = named({ value: 'Theirs', version: 4 });
  expect(result.current).toMatchObject({ text: 'Mine', restored: true });
  act(() => result.current.commit());
  expect(save).not.toHaveBeenCalled();
  act(() => result.current.accept());
  expect(save).toHaveBeenCalledExactlyOnceWith('Mine', 3);
  expect(keptDraft(draftOf.title('t1'))).toBeNull();
  unmount();
});

test('what came back and is neither saved nor discarded stays', () => {
  const crashed = named({ value: 'Old', version: 3 });
  act(() => crashed.result.current.type('Mine'));
  const { save, unmount } = named({ value: 'Old', version: 3 });
  unmount();
  expect(save).not.toHaveBeenCalled();
  expect(keptDraft(draftOf.title('t1'))?.text).toBe('Mine');
  const { result } = named({ value: 'Old', version: 3 });
  act(() => result.current.discard());
  expect(result.current).toMatchObject({ text: 'Old', restored: false });
});

test('saved, discarded or typed back, nothing is kept', () => {
  for (const end of ['commit', 'discard'] as const) {
    const { result, unmount } = named({ value: 'Old', version: 3 });
    act(() => result.current.type('Mine'));
    expect(keptDraft(draftOf.title('t1'))?.text).toBe('Mine');
    act(() => result.current[end]());
    expect(keptDraft(draftOf.title('t1'))).toBeNull();
    unmount();
  }
  const { result } = named({ value: 'Old', version: 3 });
  act(() => result.current.type('Mine'));
  act(() => result.current.type('Old'));
  expect(keptDraft(draftOf.title('t1'))).toBeNull();
});

test('what is being typed when the person is signed out stays a draft', () => {
  const save = vi.fn();
  const name = draftOf.title('task');
  const hook = renderHook(() => useDraft({ value: 'Old', version: 3, save, name }));
  act(() => hook.result.current.type('New'));
  vi.mocked(hasLive).mockReturnValueOnce(false);
  hook.unmount();
  expect(save).not.toHaveBeenCalled();
  expect(keptDraft(name)?.text).toBe('New');
});
