import { type Ref, type TextareaHTMLAttributes, useImperativeHandle, useLayoutEffect, useRef } from 'react';

interface GrowingTextProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  value: string;
  ref?: Ref<HTMLTextAreaElement>;
}

/** Where the browser does it by itself the page does not jump while a long text is measured. */
const growsByItself = globalThis.CSS?.supports?.('field-sizing', 'content') ?? false;

/** A text area as high as its text. */
export function GrowingText({ value, className = '', ref, ...rest }: GrowingTextProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => area.current as HTMLTextAreaElement);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text.
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null || growsByItself) return;
    element.style.height = '0';
    element.style.height = `${element.scrollHeight}px`;
  }, [value]);
  return <textarea ref={area} className={`growing-text ${className}`} rows={1} value={value} {...rest} />;
}
