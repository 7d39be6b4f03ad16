// A mailbox that a channel's answers come to.

/** `content` is null where it was more than is kept. */
export type InboundAttachment = { name: string; type: string; size: number; content: Uint8Array | null };

/** A message found in a mailbox. Of a header that stands several times the topmost is told: the last server wrote it. */
export type InboundMail = {
  externalId: string;
  from: string;
  text: string;
  headers: Record<string, string>;
  receivedAt: Date;
  attachments: InboundAttachment[];
  /** What a mail server or a mailbox provider reports of a message of ours, by our own id of it. */
  report?: { messageId: string; status: 'bounced' | 'failed' | 'complained'; detail: string };
};

/** A place that is looked into for messages, from a cursor on that only it understands. */
export type Inbox = {
  /**
   * Hands over what is new, oldest first, each with the cursor after it: once that is kept, it is not told again. `null`
   * for a message that cannot be read. Without a cursor only what comes from now on counts.
   */
  collect(
    cursor: string | null,
    take: (mail: InboundMail | null, cursor: string) => Promise<void>,
  ): Promise<void>;
};
