import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { texts } from '../texts';
import { IconButton } from './Button';
import { useFocusReturn } from './useFocusReturn';
import './Dialog.css';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  hint?: string;
  className?: string;
  children: ReactNode;
}

/**
 * A modal window. Its backdrop is an element of our own: Radix' overlay locks scrolling with a style element, which the
 * content security policy forbids.
 */
export function Dialog({ open, onClose, title, hint, className = '', children }: DialogProps) {
  return (
    <Modal open={open} onClose={onClose} className={className} described={hint !== undefined}>
      <Radix.Title className="dialog-title">{title}</Radix.Title>
      {hint && <Radix.Description className="dialog-hint">{hint}</Radix.Description>}
      {children}
      {/* Last, so that the first field has the focus when the window opens. */}
      <Radix.Close asChild>
        <IconButton className="dialog-close" label={texts.actions.close} icon={<X size={16} />} tip={false} />
      </Radix.Close>
    </Modal>
  );
}

/** One that is all content: its title is only read aloud, and it brings its own way to close it. */
export function BareDialog({ open, onClose, title, className = '', children }: DialogProps) {
  return (
    <Modal open={open} onClose={onClose} className={`dialog-bare ${className}`} described={false}>
      <Radix.Title className="only-read-aloud">{title}</Radix.Title>
      {children}
    </Modal>
  );
}

interface ModalProps {
  open: boolean;
  onClose: () => void;
  className: string;
  described: boolean;
  children: ReactNode;
}

function Modal({ open, onClose, className, described, children }: ModalProps) {
  return (
    <Radix.Root open={open} onOpenChange={(stays) => !stays && onClose()}>
      <Radix.Portal>
        <div className="dialog-backdrop" />
        <Content className={className} described={described}>
          {children}
        </Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Content({ className, described, children }: Omit<ModalProps, 'open' | 'onClose'>) {
  const returnFocus = useFocusReturn();
  return (
    <Radix.Content
      className={`dialog ${className}`}
      {...(!described && { 'aria-describedby': undefined })}
      onCloseAutoFocus={returnFocus}
    >
      {children}
    </Radix.Content>
  );
}
