import type { Id } from '../../client/model';
import './Avatar.css';

interface AvatarProps {
  id: Id;
  name: string;
  /** Pixels. */
  size?: 18 | 20 | 24 | 32;
}

/** Initials on a colour that stays with the person. The name itself stands beside it or in a label. */
export function Avatar({ id, name, size = 20 }: AvatarProps) {
  return (
    <span className={`avatar avatar-${size} hue-${hueOf(id)}`} aria-hidden>
      {initials(name)}
    </span>
  );
}

/** A workspace's mark: like a person's, but square. */
export function WorkspaceMark({ id, name, size = 20 }: AvatarProps) {
  return (
    <span className={`avatar avatar-square avatar-${size} hue-${hueOf(id)}`} aria-hidden>
      {initials(name).slice(0, 1)}
    </span>
  );
}

/** An empty seat. */
export function NoAvatar({ size = 20 }: { size?: 18 | 20 | 24 | 32 }) {
  return <span className={`avatar avatar-nobody avatar-${size}`} aria-hidden />;
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('');
}

const hues = 10;

/** One of ten colours, the same for the same id on every device. */
export function hueOf(id: Id): number {
  let hash = 0;
  for (const letter of id) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0;
  return hash % hues;
}
