import type { ReactNode } from 'react';
import { texts } from '../texts';
import { usePageTitle } from '../ui/usePageTitle';
import './Gate.css';

interface GateProps {
  title: string;
  /** What the page is about, above its title. */
  mark?: ReactNode;
  /** What the page is called in the browser's tab, where its title is more of a greeting. */
  page?: string;
  children: ReactNode;
}

/** The frame of the pages in front of the app: sign in, sign up, join. */
export function Gate({ title, page = title, mark, children }: GateProps) {
  usePageTitle(page);
  return (
    <main className="gate">
      <p className="gate-product">
        <img src="/icon.svg" alt="" width="28" height="28" />
        {texts.product}
      </p>
      <div className="gate-card">
        {mark && <div className="gate-mark">{mark}</div>}
        <h1 className="gate-title">{title}</h1>
        {children}
      </div>
      <p className="gate-tagline">{texts.tagline}</p>
    </main>
  );
}
