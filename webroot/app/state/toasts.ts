import { create } from 'zustand';
import type { Id } from '../../client/model';

export interface Toast {
  id: number;
  kind: 'info' | 'problem' | 'notification';
  title: string;
  detail?: string;
  /** Who it is from. */
  person?: { id: Id; name: string };
  /** Takes the place of a message about the same thing that is still shown. */
  about?: string;
  /** What pressing it does. */
  open?: () => void;
  /** What can still be done about it. */
  action?: { name: string; run: () => void };
}

const shownMax = 4;
let lastId = 0;

export const useToasts = create<{ toasts: Toast[] }>(() => ({ toasts: [] }));

export function showToast(toast: Omit<Toast, 'id'>): void {
  lastId += 1;
  const shown = { ...toast, id: lastId };
  useToasts.setState(({ toasts }) => {
    const others = toasts.filter(({ about }) => about === undefined || about !== toast.about);
    return { toasts: [...others.slice(1 - shownMax), shown] };
  });
}

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

/** What it told of is done with. */
export function dismissToastsAbout(about: (subject: string) => boolean): void {
  useToasts.setState(({ toasts }) => {
    const left = toasts.filter((toast) => toast.about === undefined || !about(toast.about));
    return left.length === toasts.length ? { toasts } : { toasts: left };
  });
}
