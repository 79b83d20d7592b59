import type { ReactNode } from 'react';
import './Notice.css';

interface NoticeProps {
  icon?: ReactNode;
  title: string;
  hint?: string;
  children?: ReactNode;
}

/** What stands where there is nothing to show: empty, gone, failed. Says what can be done about it. */
export function Notice({ icon, title, hint, children }: NoticeProps) {
  return (
    <div className="notice">
      {icon && <div className="notice-icon">{icon}</div>}
      <h2 className="notice-title">{title}</h2>
      {hint && <p className="notice-hint">{hint}</p>}
      {children && <div className="notice-actions">{children}</div>}
    </div>
  );
}
