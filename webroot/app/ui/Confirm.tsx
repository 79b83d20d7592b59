import { type ReactNode, useState } from 'react';
import { texts } from '../texts';
import { Button } from './Button';
import { Dialog } from './Dialog';

interface ConfirmProps {
  open: boolean;
  onClose: () => void;
  title: string;
  hint?: string;
  action: string;
  /** Answers whether it worked; then the window closes. */
  onConfirm: () => Promise<boolean> | boolean;
  allowed?: boolean;
  look?: 'danger' | 'primary';
  children?: ReactNode;
}

/** Asks before something that cannot be taken back. */
export function Confirm({
  open,
  onClose,
  title,
  hint,
  action,
  onConfirm,
  allowed = true,
  look = 'danger',
  children,
}: ConfirmProps) {
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    const done = await onConfirm();
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Dialog open={open} onClose={onClose} title={title} {...(hint && { hint })}>
      {children}
      <div className="form-actions">
        <Button onClick={onClose}>{texts.actions.cancel}</Button>
        <Button look={look} busy={busy} disabled={!allowed} onClick={confirm}>
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
