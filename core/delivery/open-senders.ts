import type { Channel, ChannelRegistry, Sender } from '../../channels/contract.ts';
import { type Keyring, sha256, unseal } from '../../lib/crypto.ts';

/** A channel account's row, as far as sending needs it. */
export type SendingAccount = {
  id: string;
  tenantId: string;
  channel: string;
  provider: string;
  sealedSettings: string;
};
export type OpenSender = { channel: Channel; sender: Sender };

/** Senders that stay open between ticks (kept connections); a changed account is opened anew. */
export type Senders = {
  /** Null when the registry knows no such channel or provider, or the account's settings cannot be read or do not fit. */
  find(account: SendingAccount): OpenSender | null;
  close(): Promise<void>;
};

export function openSenders(deps: Deps): Senders {
  const open = new Map<string, OpenSender & { print: string }>();
  const closing: Promise<void>[] = [];
  return {
    find(account) {
      const print = sha256(`${account.provider} ${account.sealedSettings}`);
      const known = open.get(account.id);
      if (known?.print === print) return known;
      if (known) closing.push(known.sender.close());
      open.delete(account.id);
      const opened = openSender(deps, account);
      if (opened) open.set(account.id, { ...opened, print });
      return opened;
    },
    async close() {
      await Promise.all([...closing, ...[...open.values()].map(({ sender }) => sender.close())]);
      open.clear();
    },
  };
}

/** `baseUrl`: where providers reach us; without it they are given no address. */
type Deps = { channels: ChannelRegistry; keys: Keyring; baseUrl?: string };

/** Where the provider of an account tells us things. */
export const webhookUrl = (
  baseUrl: string,
  { id, tenantId }: Pick<SendingAccount, 'id' | 'tenantId'>,
): string => new URL(`/webhooks/${tenantId}/${id}`, baseUrl).href;

function openSender({ channels, keys, baseUrl }: Deps, account: SendingAccount): OpenSender | null {
  const channel = channels.get(account.channel);
  const provider = channel?.providers[account.provider];
  if (!channel || !provider) return null;
  const raw = readSettings(keys, account.sealedSettings);
  const settings = raw && provider.settings.safeParse(raw.settings);
  const place = baseUrl ? { webhookUrl: webhookUrl(baseUrl, account) } : undefined;
  return settings?.success ? { channel, sender: provider.open(settings.data, place) } : null;
}

/** Null for settings sealed under another key, or damaged: that account does not send, and holds up no other. */
function readSettings(keys: Keyring, sealed: string): { settings: unknown } | null {
  try {
    return { settings: JSON.parse(unseal(keys.seal, sealed)) };
  } catch {
    return null;
  }
}
