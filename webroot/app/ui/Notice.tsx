import type { ReactNode } from 'react';
import './Notice.css';

interface NoticeProps {
  icon?: ReactNode;
  title: string;
  hint?: string;
  /** It stands for the whole page. */
  page?: boolean;
  children?: ReactNode;
}

/** What stands where there is nothing to show: empty, gone, failed. Says what can be done about it. */
export function Notice({ icon, title, hint, page = false, children }: NoticeProps) {
  const Title = page ? 'h1' : 'h2';
  return (
    <div className="notice">
      {icon && <div className="notice-icon">{icon}</div>}
      <Title className="notice-title">{title}</Title>
      {hint && <p className="notice-hint">{hint}</p>}
      {children && <div className="notice-actions">{children}</div>}
    </div>
  );
}
