import { Button } from './Button';
import './ShowMore.css';

interface ShowMoreProps {
  /** How the last reading of more went. */
  more: 'idle' | 'loading' | 'failed';
  label: string;
  failed: string;
  onMore: () => void;
}

/** The end of a list that goes on. */
export function ShowMore({ more, label, failed, onMore }: ShowMoreProps) {
  return (
    <div className="show-more">
      {more === 'failed' && (
        <p className="soft" role="alert">
          {failed}
        </p>
      )}
      <Button look="quiet" busy={more === 'loading'} onClick={onMore}>
        {label}
      </Button>
    </div>
  );
}
