// What our buttons say of themselves. It comes back from outside: the ids are looked up and the rights checked anew.
import type { Press } from './surface-contract.ts';

type Action = { id: string; read(value: string): Press | null };

const decision =
  (name: 'approve' | 'reject') =>
  (value: string): Press | null => {
    const [approvalId, digest] = value.split(' ');
    return approvalId && digest ? { name, approvalId, digest } : null;
  };
const ofReply =
  (name: 'answer' | 'assign' | 'done' | 'contact' | 'stop' | 'no_stop') =>
  (replyId: string): Press | null =>
    replyId ? { name, replyId } : null;

const ACTIONS: readonly Action[] = [
  { id: 'approve', read: decision('approve') },
  { id: 'reject', read: decision('reject') },
  { id: 'answer', read: ofReply('answer') },
  { id: 'assign', read: ofReply('assign') },
  { id: 'done', read: ofReply('done') },
  { id: 'contact', read: ofReply('contact') },
  { id: 'stop', read: ofReply('stop') },
  { id: 'no_stop', read: ofReply('no_stop') },
  { id: 'wording', read: (campaignId) => (campaignId ? { name: 'wording', campaignId } : null) },
  { id: 'list', read: (campaignId) => (campaignId ? { name: 'list', campaignId } : null) },
  { id: 'say', read: (text) => (text ? { name: 'say', text } : null) },
];

/** What was pressed, by the button's name ("approve", "say:2") and its value; null for none of ours. */
export const readPress = (name: string, value: string): Press | null =>
  ACTIONS.find(({ id }) => name === id || name.startsWith(`${id}:`))?.read(value) ?? null;

export const decisionValue = ({ id, digest }: { id: string; digest: string }): string => `${id} ${digest}`;
