import { CloudOff } from 'lucide-react';
import { texts } from '../texts';
import { Button } from './Button';
import { Notice } from './Notice';

/** What stands where a list should be that could not be read. */
export function CouldNotLoad({ title, onRetry }: { title: string; onRetry: () => void }) {
  return (
    <Notice icon={<CloudOff size={20} />} title={title} hint={texts.problems.network ?? ''}>
      <Button look="primary" onClick={onRetry}>
        {texts.actions.retry}
      </Button>
    </Notice>
  );
}
