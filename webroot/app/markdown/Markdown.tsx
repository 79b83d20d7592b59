import { type ComponentType, useEffect, useState } from 'react';
import type { Mentionable } from '../../client/mentions';
import { early } from '../ui/later';
import './Markdown.css';

interface MarkdownProps {
  text: string;
  /** Whose names stand out behind an `@`. */
  mentioned?: readonly Mentionable[];
}

type Renderer = ComponentType<{ text: string; mentioned: readonly Mentionable[] }>;

const nobody: readonly Mentionable[] = [];
let renderer: Renderer | null = null;

const load = early(async () => {
  renderer = (await import('./Rendered')).default;
});

/** Markdown, rendered. As it was typed until the renderer is there, and where it cannot be fetched. */
export function Markdown({ text, mentioned = nobody }: MarkdownProps) {
  const Rendered = useRenderer();
  return (
    <div className="markdown">
      {Rendered === null ? (
        <p className="markdown-source">{text}</p>
      ) : (
        <Rendered text={text} mentioned={mentioned} />
      )}
    </div>
  );
}

function useRenderer(): Renderer | null {
  const [there, setThere] = useState<Renderer | null>(() => renderer);
  useEffect(() => {
    if (there !== null) return;
    let wanted = true;
    load().then(
      () => wanted && setThere(() => renderer),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [there]);
  return there;
}
