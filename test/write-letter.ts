// Writes messages for tests: one case of a customer, one recipient per name.
import type { Draft } from '../core/campaigns/draft.ts';
import { type Composed, composeMessages } from '../core/content/compose-messages.ts';
import { campaignType } from '../core/content/types.ts';
import { addCase, type ContentCase, readerOf } from './content-cases.ts';
import { openTestWorkspace, type TestWorkspace } from './workspace.ts';

const SETTINGS = {
  sender: {
    company: 'Andaman Sound',
    signature: 'Nina Sample',
    service: 'background music service',
    postalAddress: '1 Sample Road, Bangkok 10110',
  },
  casualFor: ['Beach Club'],
};

export type Ask = Partial<Pick<Draft, 'type' | 'tone' | 'topic' | 'wording' | 'schedule'>> & {
  which?: ContentCase;
  channel?: string;
  names?: (string | null)[];
  customer?: Parameters<typeof addCase>[2];
};

/** A workspace with a sender, and what writes letters in it. */
export async function openWritingRoom() {
  const workspace = await openTestWorkspace(SETTINGS);
  const write = (ask: Ask = {}): Promise<Composed[]> => writeCase(workspace, ask);
  return {
    ...workspace,
    write,
    /** The text of the first message. */
    textOf: async (ask: Ask): Promise<string> => (await write(ask))[0]?.rendered.text ?? '',
  };
}

export type WritingRoom = Awaited<ReturnType<typeof openWritingRoom>>;

function writeCase(workspace: TestWorkspace, ask: Ask): Promise<Composed[]> {
  const { which = 'complete', channel = 'email', names = ['Arthit Sample'], customer, ...draft } = ask;
  return workspace.system(async (ctx) => {
    const id = await addCase(ctx, which, customer);
    const { key, purpose } = campaignType(draft.type ?? 'renewal');
    return composeMessages(ctx, {
      draft: { type: key, tone: null, topic: null, wording: {}, ...draft },
      recipients: names.map((name) => readerOf(id, { channel, name, purpose })),
    });
  });
}

export const errorsOf = (messages: readonly Composed[]) =>
  messages.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'error');
