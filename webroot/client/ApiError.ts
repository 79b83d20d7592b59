interface Problem {
  title?: string;
  detail?: string;
  code?: string;
  data?: Record<string, unknown>;
  errors?: { pointer: string; message: string }[];
}

/** A refusal by the server (`application/problem+json`), or `network` when none was reached (status 0). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly data: Record<string, unknown> = {},
    readonly fields: readonly { pointer: string; message: string }[] = [],
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
    );
  }
}
