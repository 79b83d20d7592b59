import { ChevronRight } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { diagnoseTexts as words } from '../texts/diagnose';
import { proxies, type Remedy, snippets } from './remedies';

/** What to write into which proxy. Closed until somebody wants to know. */
export function RemedyHint({ remedy }: { remedy: Remedy }) {
  return (
    <details className="remedy">
      <summary>
        <ChevronRight size={14} aria-hidden />
        {words.whatToDo}
      </summary>
      <Tabs.Root defaultValue={proxies[0]} className="remedy-tabs">
        <Tabs.List className="remedy-proxies" aria-label={words.proxy}>
          {proxies.map((proxy) => (
            <Tabs.Trigger key={proxy} value={proxy} className="remedy-proxy">
              {proxy}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {proxies.map((proxy) => (
          <Tabs.Content key={proxy} value={proxy} asChild>
            <pre className="remedy-snippet">{snippets[remedy][proxy]}</pre>
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </details>
  );
}
