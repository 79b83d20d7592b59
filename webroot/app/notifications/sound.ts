import { create } from 'zustand';
import { withLock } from '../../client/lock';

const wishKey = 'tandem.sound';
const playedKey = 'tandem.sound.played';
const pauseMs = 3_000;

/** Whether this device makes a sound for a new notification. Off unless somebody wished for it here. */
export const useSound = create<{ on: boolean }>(() => ({ on: localStorage.getItem(wishKey) === 'on' }));

export function chooseSound(on: boolean): void {
  if (on) localStorage.setItem(wishKey, 'on');
  else localStorage.removeItem(wishKey);
  useSound.setState({ on });
  if (on) play();
}

/** Once for all tabs of a browser, and not more often than people can tell apart. */
export async function soundOnce(now: number = Date.now()): Promise<void> {
  if (!useSound.getState().on) return;
  await withLock('tandem.sound', async () => {
    const playedAt = Number(localStorage.getItem(playedKey) ?? 0);
    if (Math.abs(now - playedAt) < pauseMs) return;
    localStorage.setItem(playedKey, String(now));
    play();
  });
}

let audio: AudioContext | null = null;

/** Two soft notes. A browser that allows no sound yet stays silent. */
function play(): void {
  try {
    audio ??= new AudioContext();
    audio.resume().catch(() => undefined);
    note(audio, 659.25, 0);
    note(audio, 880, 0.09);
  } catch {
    audio = null;
  }
}

function note(context: AudioContext, hertz: number, afterSeconds: number): void {
  const start = context.currentTime + afterSeconds;
  const tone = context.createOscillator();
  const loudness = context.createGain();
  tone.type = 'sine';
  tone.frequency.value = hertz;
  loudness.gain.setValueAtTime(0, start);
  loudness.gain.linearRampToValueAtTime(0.08, start + 0.015);
  loudness.gain.exponentialRampToValueAtTime(0.0001, start + 0.32);
  tone.connect(loudness).connect(context.destination);
  tone.start(start);
  tone.stop(start + 0.35);
}
