/** One thing that we do in somebody else's page. */
export interface PageFeature {
  readonly id: string;
  /** True when the feature has work on this address. Asked again whenever the address changes. */
  when(url: URL): boolean;
  /** Observes and mounts until the signal aborts; nothing of it stays behind. */
  start(signal: AbortSignal): void;
}
