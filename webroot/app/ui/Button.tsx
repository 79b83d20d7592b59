import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { ariaKeys } from './keyNames';
import { Tip } from './Tip';
import './Button.css';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'primary' | 'plain' | 'quiet' | 'danger';
  /** Waiting for an answer: looks so and cannot be pressed again. */
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'plain', busy = false, className = '', disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={`button button-${look} ${className}`}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      {...rest}
    />
  );
}

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  label: string;
  icon: ReactNode;
  tip?: boolean;
  /** The shortcut that does the same. */
  keys?: string;
  ref?: Ref<HTMLButtonElement>;
}

/** A button that is only a picture; its label is read aloud and shown on hover. */
export function IconButton({ label, icon, className = '', tip = true, keys, ...rest }: IconButtonProps) {
  const button = (
    <button
      type="button"
      className={`icon-button ${className}`}
      aria-label={label}
      aria-keyshortcuts={keys && ariaKeys(keys)}
      {...rest}
    >
      {icon}
    </button>
  );
  return tip ? (
    <Tip text={label} keys={keys}>
      {button}
    </Tip>
  ) : (
    button
  );
}
