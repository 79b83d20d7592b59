import { Eye, EyeOff } from 'lucide-react';
import { type InputHTMLAttributes, type KeyboardEvent, useState } from 'react';
import { texts } from '../texts';
import { IconButton } from '../ui/Button';
import { Field } from '../ui/Field';
import './PasswordField.css';

interface PasswordFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  hint?: string;
  problem?: string | undefined;
}

/** A password that can be looked at, and that tells when the Caps Lock is on. */
export function PasswordField({ hint, ...field }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const look = (event: KeyboardEvent<HTMLInputElement>) => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <div className="password">
      <Field
        {...field}
        type={shown ? 'text' : 'password'}
        autoCapitalize="none"
        spellCheck={false}
        hint={hint}
        onKeyDown={look}
        onKeyUp={look}
        onBlur={() => setCapsLock(false)}
      >
        <IconButton
          className="password-eye"
          label={shown ? texts.accounts.hideTyped : texts.accounts.showTyped}
          icon={shown ? <EyeOff size={16} /> : <Eye size={16} />}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
          tip={false}
        />
      </Field>
      <p className="caps-lock" role="status">
        {capsLock && texts.accounts.capsLock}
      </p>
    </div>
  );
}
