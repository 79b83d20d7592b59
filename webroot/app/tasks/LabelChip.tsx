import type { Label, LabelColor } from '../../client/model';
import './labels.css';

export function LabelDot({ color }: { color: LabelColor }) {
  return <span className={`label-dot label-${color}`} aria-hidden />;
}

export function LabelChip({ label }: { label: Label }) {
  return (
    <span className="label-chip">
      <LabelDot color={label.color} />
      {label.name}
    </span>
  );
}
