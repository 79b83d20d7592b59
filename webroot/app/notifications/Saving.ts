export interface SavingState<Value> {
  /** What was chosen and is not known to be saved; `null` when there is nothing of that kind. */
  draft: Value | null;
  status: 'idle' | 'saving' | 'saved' | 'failed';
  error: unknown;
}

/** Saves what was chosen last, one request at a time: an answer that is late must not undo a newer choice. */
export class Saving<Value> {
  private state: SavingState<Value> = { draft: null, status: 'idle', error: null };
  private busy = false;

  constructor(
    private readonly save: (value: Value) => Promise<unknown>,
    private readonly onChange: (state: SavingState<Value>) => void,
  ) {}

  choose(value: Value): Promise<void> {
    this.enter({ draft: value, status: 'saving', error: null });
    return this.run();
  }

  retry(): Promise<void> {
    return this.state.draft === null ? Promise.resolve() : this.choose(this.state.draft);
  }

  private async run(): Promise<void> {
    if (this.busy || this.state.draft === null) return;
    this.busy = true;
    const sent = this.state.draft;
    const error = await this.save(sent).then(
      () => null,
      (failure: unknown) => failure ?? 'failed',
    );
    this.busy = false;
    if (this.state.draft !== sent) return this.run();
    this.enter(
      error === null ? { draft: null, status: 'saved', error } : { draft: sent, status: 'failed', error },
    );
  }

  private enter(state: SavingState<Value>): void {
    this.state = state;
    this.onChange(state);
  }
}
