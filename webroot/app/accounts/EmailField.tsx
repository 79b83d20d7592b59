import type { InputHTMLAttributes } from 'react';
import { Field } from '../ui/Field';

interface EmailFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  problem?: string | undefined;
}

/** The address of an account. Password managers know it as the name of its user. */
export function EmailField(field: EmailFieldProps) {
  return (
    <Field
      {...field}
      type="email"
      name="email"
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={254}
      required
    />
  );
}
