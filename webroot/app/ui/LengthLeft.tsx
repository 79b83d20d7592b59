import { texts } from '../texts';
import './LengthLeft.css';

/** Says how much more can be typed, before nothing more can. */
export function LengthLeft({ text, max }: { text: string; max: number }) {
  const left = max - text.length;
  if (left > max / 10) return null;
  return (
    <p className="length-left" role="status">
      {left > 0 ? texts.markdown.left(left) : texts.markdown.full(max)}
    </p>
  );
}
