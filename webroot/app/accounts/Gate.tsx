import type { ReactNode } from 'react';
import { texts } from '../texts';
import './Gate.css';

/** The frame of the pages in front of the app: sign in, sign up, join. */
export function Gate({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="gate">
      <div className="gate-card">
        <p className="gate-product">
          <img src="/icon.svg" alt="" width="28" height="28" />
          {texts.product}
        </p>
        <h1 className="gate-title">{title}</h1>
        {children}
      </div>
      <p className="gate-tagline">{texts.tagline}</p>
    </main>
  );
}
