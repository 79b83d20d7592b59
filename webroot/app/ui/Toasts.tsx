import { Bell, CircleAlert, CircleCheck, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { dismissToast, type Toast, useToasts } from '../state/toasts';
import { texts } from '../texts';
import { Avatar } from './Avatar';
import { IconButton } from './Button';
import './Toasts.css';

const shownMs = { info: 4_000, notification: 7_000, problem: 9_000 };

export function Toasts() {
  const toasts = useToasts((state) => state.toasts);
  return (
    <section className="toasts" aria-label={texts.toasts.region} aria-live="polite">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

/** Stays while somebody reads it: with the pointer over it, or the focus in it, its time does not run. */
function ToastCard({ toast }: { toast: Toast }) {
  const { id, kind, title, detail, open, action } = toast;
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissToast(id), shownMs[kind]);
    return () => clearTimeout(timer);
  }, [id, kind, held]);
  const dismissAnd = (then: (() => void) | undefined) => () => {
    dismissToast(id);
    then?.();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only stays while it is looked at.
    <div
      className={`toast toast-${kind}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <ToastMark toast={toast} />
      <div className="toast-text">
        {open ? (
          <button type="button" className="toast-title toast-open" onClick={dismissAnd(open)}>
            {title}
          </button>
        ) : (
          <p className="toast-title">{title}</p>
        )}
        {detail && <p className="toast-detail">{detail}</p>}
      </div>
      {action && (
        <button type="button" className="toast-action" onClick={dismissAnd(action.run)}>
          {action.name}
        </button>
      )}
      <IconButton
        className="toast-close"
        label={texts.actions.dismiss}
        icon={<X size={14} />}
        onClick={() => dismissToast(id)}
        tip={false}
      />
    </div>
  );
}

const marks = { info: CircleCheck, notification: Bell, problem: CircleAlert };

function ToastMark({ toast: { kind, person } }: { toast: Toast }) {
  if (person) return <Avatar id={person.id} name={person.name} size={24} />;
  const Mark = marks[kind];
  return <Mark size={16} aria-hidden />;
}
