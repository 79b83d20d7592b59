import type { Priority } from '../../client/model';

const bars: Record<Priority, number> = { none: 0, low: 1, medium: 2, high: 3, urgent: 3 };

/** Rising bars; urgent is a filled mark, so that it is not told by colour alone. */
export function PriorityGlyph({ priority }: { priority: Priority }) {
  if (priority === 'urgent') {
    return (
      <svg className="priority priority-urgent" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        <rect width="14" height="14" rx="3.5" fill="currentColor" />
        <path d="M7 3.2v4.4" stroke="var(--raised)" strokeWidth="1.8" strokeLinecap="round" />
        <circle cx="7" cy="10.4" r="1" fill="var(--raised)" />
      </svg>
    );
  }
  return (
    <svg
      className={`priority priority-${priority}`}
      width="14"
      height="14"
      viewBox="0 0 14 14"
      aria-hidden="true"
    >
      {[0, 1, 2].map((bar) => (
        <rect
          key={bar}
          x={1 + bar * 4.5}
          y={priority === 'none' ? 6.2 : 8 - bar * 3}
          width="3"
          height={priority === 'none' ? 1.6 : 5 + bar * 3}
          rx="1"
          fill="currentColor"
          opacity={bar < bars[priority] || priority === 'none' ? 1 : 0.28}
        />
      ))}
    </svg>
  );
}
