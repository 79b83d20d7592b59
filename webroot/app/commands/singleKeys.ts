import { create } from 'zustand';

const key = 'tandem.single-keys';

/** Whether shortcuts of a single key work in this browser. Who dictates, or hits keys by accident, turns them off. */
export const useSingleKeys = create<{ on: boolean }>(() => ({ on: localStorage.getItem(key) !== 'off' }));

export function chooseSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(key);
  else localStorage.setItem(key, 'off');
  useSingleKeys.setState({ on });
}
