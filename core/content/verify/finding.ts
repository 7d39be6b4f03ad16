/** What a check has to say of one message; an error keeps the campaign from being frozen. */
export type Finding = {
  severity: 'error' | 'warning';
  message: string;
  place: 'subject' | 'body' | 'footer';
  /** What to do about it. */
  repair?: string;
};
