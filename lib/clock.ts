/** Domain time. Leases and rate windows use the database's own clock instead. */
export type Clock = () => Date;

/** `frozenAt` is an ISO instant (the setting REFRAIN_NOW); without it the clock runs. */
export const createClock = (frozenAt?: string): Clock =>
  frozenAt ? () => new Date(frozenAt) : () => new Date();
