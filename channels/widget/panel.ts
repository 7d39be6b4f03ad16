// Nothing travels: the message is a row of ours, which the panel reads when its visitor looks. Taking it is all there is.
import { z } from 'zod';
import type { LimitWindow, Outgoing, Provider, Sender } from '../contract.ts';

const taken = ({ messageId }: Outgoing) =>
  ({ outcome: 'submitted', providerId: `panel-${messageId}` }) as const;

const sender: Sender = {
  send: async (messages) => messages.map(taken),
  lookup: async (message) => taken(message),
  close: async () => {},
};

export const panelProvider = (limits: readonly LimitWindow[]): Provider<Record<string, never>> => ({
  key: 'panel',
  settings: z.strictObject({}),
  defaultLimits: limits,
  open: () => sender,
});
