interface Problem {
  title?: string;
  detail?: string;
  code?: string;
  data?: Record<string, unknown>;
  errors?: { pointer: string; message: string }[];
}

const customaryPauseMs = 2_000;

/** The server says it to the millisecond, a proxy before it in seconds, some do not say. */
function pauseMs(response: Response, problem: Problem): number {
  const said =
    problem.data?.retry_after_ms ?? Number(response.headers.get('Retry-After') ?? Number.NaN) * 1000;
  return Number.isFinite(said) ? Number(said) : customaryPauseMs;
}

/** A refusal by the server (`application/problem+json`), or `network` when none was reached (status 0). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly data: Record<string, unknown> = {},
    readonly fields: readonly { pointer: string; message: string }[] = [],
    /** When it may be tried again, where that was too much at once; `null` otherwise. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(message);
    this.name = 'ApiError';
  }

  static network(): ApiError {
    return new ApiError(0, 'network', 'The server cannot be reached.');
  }

  static async from(response: Response): Promise<ApiError> {
    const problem: Problem = await response.json().catch(() => ({}));
    return new ApiError(
      response.status,
      problem.code ?? 'internal',
      problem.detail ?? problem.title ?? response.statusText,
      problem.data,
      problem.errors,
      response.status === 429 ? pauseMs(response, problem) : null,
    );
  }
}
