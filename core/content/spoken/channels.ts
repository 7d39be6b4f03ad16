/** Calls that people make. */
export const TASK_CHANNEL = 'task';

/** What is heard instead of read: a machine says it, or a colleague does. */
export const isSpoken = (channel: string): boolean => channel === 'voice' || channel === TASK_CHANNEL;
