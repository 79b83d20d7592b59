import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';
import { Keys } from './Keys';
import './Tip.css';

interface TipProps {
  text: string;
  /** The shortcut that does the same. */
  keys?: string | undefined;
  children: ReactNode;
}

/** A short text on hover and focus. Says nothing the element's own label does not say. */
export function Tip({ text, keys, children }: TipProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className="tip" sideOffset={6} collisionPadding={8}>
          {text}
          {keys && <Keys keys={keys} />}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
