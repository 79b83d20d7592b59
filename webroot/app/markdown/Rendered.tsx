import { Check, Image } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import type { Components } from 'react-markdown';
import ReactMarkdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import type { Mentionable } from '../../client/mentions';
import { session } from '../state/session';
import { texts } from '../texts';
import { keepLineBreaks } from './lineBreaks';
import { markMentions, mentionClass } from './mentionPieces';

interface RenderedProps {
  text: string;
  mentioned: readonly Mentionable[];
}

/**
 * Markdown as people see it. No HTML of the author's gets in, and no picture is fetched: whose server it lies on would learn
 * who reads here, and the content policy allows none.
 */
export default function Rendered({ text, mentioned }: RenderedProps) {
  const marking = mentioned.length > 0 ? [[markMentions, mentioned] as never] : [];
  return (
    <ReactMarkdown
      remarkPlugins={[remarkGfm, keepLineBreaks]}
      rehypePlugins={marking}
      components={components}
    >
      {text}
    </ReactMarkdown>
  );
}

/** Below the page's own headings, whatever the author calls them. */
const heading =
  (Level: 'h3' | 'h4' | 'h5' | 'h6') =>
  ({ children }: { children?: ReactNode }) => <Level>{children}</Level>;

const components: Components = {
  h1: heading('h3'),
  h2: heading('h4'),
  h3: heading('h5'),
  h4: heading('h6'),
  h5: heading('h6'),
  a: ({ href, children }) => <OutsideLink href={href}>{children}</OutsideLink>,
  img: ({ src, alt }) => <Picture src={typeof src === 'string' ? src : undefined} alt={alt ?? ''} />,
  input: ({ checked }) => <Box checked={checked === true} />,
  table: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse.
    <section className="markdown-table" aria-label={texts.markdown.table} tabIndex={0}>
      <table>{children}</table>
    </section>
  ),
  pre: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse.
    <pre tabIndex={0}>{children}</pre>
  ),
  span: ({ className, children, ...rest }) => (
    <Span className={className} {...rest}>
      {children}
    </Span>
  ),
};

function OutsideLink({ href, children }: { href: string | undefined; children: ReactNode }) {
  if (!href) return children;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

function Picture({ src, alt }: { src: string | undefined; alt: string }) {
  return (
    <OutsideLink href={src}>
      <Image size={13} aria-hidden className="markdown-picture" />
      {alt || src || texts.markdown.picture}
    </OutsideLink>
  );
}

function Box({ checked }: { checked: boolean }) {
  return (
    <span
      role="img"
      className={`markdown-box ${checked ? 'markdown-box-checked' : ''}`}
      aria-label={checked ? texts.markdown.checked : texts.markdown.unchecked}
    >
      {checked && <Check size={11} strokeWidth={3} aria-hidden />}
    </span>
  );
}

type SpanProps = ComponentProps<'span'> & { 'data-user-id'?: string; node?: unknown };

function Span({ className, children, 'data-user-id': userId, node: _, ...rest }: SpanProps) {
  if (className !== mentionClass) return <span {...rest}>{children}</span>;
  return <span className={`mention ${userId === session.user?.id ? 'mention-me' : ''}`}>{children}</span>;
}
