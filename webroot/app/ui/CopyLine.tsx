import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { texts } from '../texts';
import { Button } from './Button';

/** A text to take along. Where the clipboard is closed to pages it is at least selected. */
export function CopyLine({ label, text }: { label: string; text: string }) {
  const [copied, setCopied] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const copy = async () => {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <div className="copy-line">
      <input
        ref={input}
        className="input"
        aria-label={label}
        readOnly
        value={text}
        onFocus={(event) => event.target.select()}
      />
      <Button look="primary" onClick={copy}>
        {copied ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
        <span aria-live="polite">{copied ? texts.actions.copied : texts.actions.copy}</span>
      </Button>
    </div>
  );
}
