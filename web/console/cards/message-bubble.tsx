type Message = { channel: string; subject?: string | undefined; body: string; html?: string | undefined };

const CHAT: Record<string, { frame: string; bubble: string; name: string }> = {
  whatsapp: { name: 'WhatsApp', frame: 'bg-[#e5ddd5] dark:bg-[#0b141a]', bubble: 'bg-[#d9fdd3] text-black' },
  line: { name: 'LINE', frame: 'bg-[#8cabd9] dark:bg-[#26344d]', bubble: 'bg-white text-black' },
};

export const channelName = (channel: string): string =>
  CHAT[channel]?.name ?? (channel === 'email' ? 'E-mail' : channel);

/** A message as the recipient's channel shows it. The HTML of an e-mail is shown without scripts or network. */
export function MessageBubble({ message }: { message: Message }) {
  const chat = CHAT[message.channel];
  if (chat) {
    return (
      <div className={`rounded-lg p-3 ${chat.frame}`}>
        <p
          className={`max-w-md rounded-lg px-3 py-2 text-sm whitespace-pre-wrap break-words shadow-sm ${chat.bubble}`}
          dir="auto"
        >
          {message.body}
        </p>
      </div>
    );
  }
  return (
    <div className="overflow-hidden rounded-lg border border-base-300">
      {message.subject && (
        <p className="border-b border-base-300 bg-base-200 px-3 py-2 font-semibold" dir="auto">
          {message.subject}
        </p>
      )}
      {message.html ? (
        <iframe
          title={`E-mail: ${message.subject ?? ''}`}
          sandbox=""
          srcDoc={message.html}
          className="h-96 w-full bg-white"
        />
      ) : (
        <p className="p-3 whitespace-pre-wrap" dir="auto">
          {message.body}
        </p>
      )}
    </div>
  );
}
