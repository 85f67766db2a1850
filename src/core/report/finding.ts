/** How much a finding weighs. An `inhibitor` keeps a host's changing steps from running; an `error` refuses the input. */
export type Severity = 'error' | 'inhibitor' | 'warning' | 'information';

/**
 * What is wrong, where, and what to do: the one type for input, readiness, refusals and logs.
 * `message` says what is, `remedy` what to do; both are whole sentences. `code` is listed in docs/error-codes.md.
 */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly remedy: string;
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based, in UTF-16 units. */
  readonly column?: number;
  /** JSON pointer (RFC 6901) of what to change. */
  readonly pointer?: string;
  readonly host?: string;
}
