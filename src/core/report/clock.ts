/** The only source of time in core: milliseconds since 1970-01-01 UTC. Times are shown, they never order anything. */
export interface Clock {
  nowMs(): number;
}
