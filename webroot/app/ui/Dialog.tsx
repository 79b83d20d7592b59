import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { texts } from '../texts';
import { IconButton } from './Button';
import './Dialog.css';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  hint?: string;
  children: ReactNode;
}

/**
 * A modal window. Its backdrop is an element of our own: Radix' overlay locks scrolling with a style element, which the
 * content security policy forbids.
 */
export function Dialog({ open, onClose, title, hint, children }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={(stays) => !stays && onClose()}>
      <Radix.Portal>
        <div className="dialog-backdrop" />
        <Radix.Content className="dialog" {...(!hint && { 'aria-describedby': undefined })}>
          <Radix.Title className="dialog-title">{title}</Radix.Title>
          {hint && <Radix.Description className="dialog-hint">{hint}</Radix.Description>}
          {children}
          {/* Last, so that the first field has the focus when the window opens. */}
          <Radix.Close asChild>
            <IconButton
              className="dialog-close"
              label={texts.actions.close}
              icon={<X size={16} />}
              tip={false}
            />
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
