// What all places have in common where a campaign is read by everybody: one post, of one page.
import type { Capabilities, Sender, SendResult } from './contract.ts';

export const publicPosts = (maxTextLength: number): Capabilities => ({
  maxTextLength,
  hasSubject: false,
  hasHtml: false,
  isPublic: true,
  receipts: [],
  isIdempotent: false,
});

/** An account posts on the page that its key is for: a message to another one is not posted there by mistake. */
export const postOnlyTo = (page: string, sender: Sender): Sender => ({
  ...sender,
  async send(messages) {
    const results = new Map<string, SendResult>();
    const own = messages.filter(({ to }) => to === page);
    (await sender.send(own)).forEach((result, at) => {
      results.set(own[at]!.messageId, result);
    });
    return messages.map(({ messageId, to }) => results.get(messageId) ?? anotherPage(to));
  },
});

const anotherPage = (to: string): SendResult => ({
  outcome: 'rejected',
  code: 'another_page',
  detail: `This account posts on its own page only, not on ${to}.`,
});
