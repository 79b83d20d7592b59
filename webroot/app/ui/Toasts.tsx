import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useEffect } from 'react';
import { dismissToast, type Toast, useToasts } from '../state/toasts';
import { texts } from '../texts';
import { IconButton } from './Button';
import './Toasts.css';

const shownMs = { info: 4_000, problem: 9_000 };

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

function ToastCard({ toast: { id, kind, title, detail } }: { toast: Toast }) {
  useEffect(() => {
    const timer = setTimeout(() => dismissToast(id), shownMs[kind]);
    return () => clearTimeout(timer);
  }, [id, kind]);
  return (
    <div className={`toast toast-${kind}`}>
      {kind === 'problem' ? <CircleAlert size={16} aria-hidden /> : <CircleCheck size={16} aria-hidden />}
      <div className="toast-text">
        <p className="toast-title">{title}</p>
        {detail && <p className="toast-detail">{detail}</p>}
      </div>
      <IconButton
        label={texts.actions.dismiss}
        icon={<X size={14} />}
        onClick={() => dismissToast(id)}
        tip={false}
      />
    </div>
  );
}
