import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '../ui/Button';

interface AddRowProps {
  label: string;
  action: string;
  maxLength: number;
  /** What stands before the line, a colour for instance. */
  before?: ReactNode;
  /** Answers whether it worked. */
  onAdd: (name: string) => Promise<boolean>;
}

/** The last line of a list: type a name, press Enter. */
export function AddRow({ label, action, maxLength, before, onAdd }: AddRowProps) {
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    setBusy(true);
    const added = await onAdd(name.trim());
    setBusy(false);
    if (added) setName('');
  };
  return (
    <li>
      <form className="box-row add-row" onSubmit={submit}>
        {before}
        <input
          className="row-input"
          aria-label={label}
          placeholder={label}
          maxLength={maxLength}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" busy={busy} disabled={name.trim() === ''}>
          {action}
        </Button>
      </form>
    </li>
  );
}
