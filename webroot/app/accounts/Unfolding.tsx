import { type ReactNode, useRef, useState } from 'react';
import { Button } from '../ui/Button';

interface UnfoldingProps {
  title: string;
  value: string;
  action: string;
  /** Given how to fold it up again. */
  children: (fold: () => void) => ReactNode;
}

/** A line that tells how it is, and becomes a form where it is to be changed. */
export function Unfolding({ title, value, action, children }: UnfoldingProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const fold = () => {
    setOpen(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (open) return children(fold);
  return (
    <div className="profile-line">
      <div className="box-grow">
        <p className="profile-line-title">{title}</p>
        <p className="soft">{value}</p>
      </div>
      <Button ref={button} onClick={() => setOpen(true)}>
        {action}
      </Button>
    </div>
  );
}
