import { type InputHTMLAttributes, type ReactNode, useEffect, useId, useRef } from 'react';
import './Field.css';

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  hint?: string | undefined;
  /** Why what was typed was not accepted. */
  problem?: string | undefined;
  /** At the end of the line. */
  children?: ReactNode;
}

/** A labelled line of text. When it is refused, it says why and has the focus. */
export function Field({ label, hint, problem, children, ...input }: FieldProps) {
  const id = useId();
  const line = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (problem !== undefined) line.current?.focus();
  }, [problem]);
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="field-line">
        <input
          ref={line}
          id={id}
          aria-describedby={described || undefined}
          aria-invalid={problem !== undefined || undefined}
          {...input}
        />
        {children}
      </div>
      {problem && (
        <p id={`${id}-problem`} className="field-problem" role="alert">
          {problem}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps<Value extends string | number> {
  label: string;
  value: Value;
  options: readonly { value: Value; name: string }[];
  onChange: (value: Value) => void;
}

/** One of a few values. The browser's own control: it is the one every phone knows. */
export function Choice<Value extends string | number>({
  label,
  value,
  options,
  onChange,
}: ChoiceProps<Value>) {
  const id = useId();
  const choose = (name: string) => {
    const chosen = options.find((option) => String(option.value) === name);
    if (chosen) onChange(chosen.value);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => choose(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Why a form was not accepted. Read aloud as soon as it appears. */
export function FormProblem({ children }: { children: ReactNode }) {
  return (
    <p className="form-problem" role="alert">
      {children}
    </p>
  );
}
