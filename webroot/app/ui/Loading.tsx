import { texts } from '../texts';

export function Loading() {
  return (
    <p className="only-read-aloud" role="status">
      {texts.states.loading}
    </p>
  );
}
