import { texts } from '../texts';
import './Board.css';

const cards = [3, 2, 4];

/** The outline of a board, while the first snapshot is on its way. */
export function BoardSkeleton() {
  return (
    <div className="board-page" aria-busy="true">
      <p className="only-read-aloud" role="status">
        {texts.states.loading}
      </p>
      <div className="board-head" aria-hidden>
        <div className="skeleton skeleton-title" />
      </div>
      <div className="board" aria-hidden>
        {cards.map((number) => (
          <div className="column" key={number}>
            <div className="skeleton skeleton-heading" />
            {Array.from({ length: number }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the outlines never change.
              <div className="skeleton skeleton-card" key={index} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
