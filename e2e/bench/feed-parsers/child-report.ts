/** What a parsing process tells the measurement; CPU in ms of user and system time. */
export interface ChildReport {
  readonly episodes: number;
  /** Of the whole process, its start included. */
  readonly processCpuMs: number;
  /** Of parsing alone. */
  readonly parseCpuMs: number;
}
