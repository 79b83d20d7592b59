/** Connections end on a clock: all after the same silence, or all at the same age. */
export interface CutPattern {
  after: 'silence' | 'age';
  seconds: number;
}

interface Cut {
  ageMs: number;
  quietMs: number;
}

const remembered = 3;
const shortestMs = 10_000;
const toleranceMs = 2_000;

/** Notices when lines do not break by chance: a proxy on the way has a time-out. */
export class Cuts {
  private latest: Cut[] = [];

  /** A line broke at this age, and nothing had passed over it for so long. */
  note(cut: Cut): void {
    this.latest = [...this.latest, cut].slice(-remembered);
  }

  get pattern(): CutPattern | null {
    if (this.latest.length < remembered) return null;
    const quietMs = regular(this.latest.map((cut) => cut.quietMs));
    if (quietMs !== null) return { after: 'silence', seconds: Math.round(quietMs / 1000) };
    const ageMs = regular(this.latest.map((cut) => cut.ageMs));
    return ageMs === null ? null : { after: 'age', seconds: Math.round(ageMs / 1000) };
  }
}

/** The shortest of times that are all about the same, and not so short that it could be chance. */
function regular(times: number[]): number | null {
  const shortest = Math.min(...times);
  return shortest >= shortestMs && Math.max(...times) - shortest <= toleranceMs ? shortest : null;
}

/** Often enough that a proxy that cuts silent connections never sees one. */
export function beatSeconds(asked: number, cuts: CutPattern | null): number {
  return cuts?.after === 'silence' ? Math.min(asked, cuts.seconds / 2) : asked;
}
