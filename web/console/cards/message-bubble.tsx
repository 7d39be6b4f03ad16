import { useState } from 'react';

type Message = { channel: string; subject?: string | undefined; body: string; html?: string | undefined };

/** A message as the recipient's channel shows it. */
export function MessageBubble({ message }: { message: Message }) {
  if (message.channel === 'whatsapp') return <WhatsApp body={message.body} />;
  if (message.channel === 'line') return <Line body={message.body} />;
  return <Mail message={message} />;
}

const WhatsApp = ({ body }: { body: string }) => (
  <div className="rounded-lg bg-[#efeae2] p-3 dark:bg-[#0b141a]">
    <p
      className="max-w-md rounded-lg rounded-ss-none bg-white px-3 py-2 text-[0.9rem] whitespace-pre-wrap text-[#111b21] shadow-sm wrap-anywhere dark:bg-[#202c33] dark:text-[#e9edef]"
      dir="auto"
    >
      {boldStars(body)}
    </p>
  </div>
);

const Line = ({ body }: { body: string }) => (
  <div className="flex gap-2 rounded-lg bg-[#8cabd8] p-3 dark:bg-[#2b3a55]">
    <span aria-hidden="true" className="mt-0.5 size-8 shrink-0 rounded-full bg-white/70" />
    <p
      className="max-w-md rounded-2xl rounded-ss-sm bg-white px-3 py-2 text-[0.9rem] whitespace-pre-wrap text-black wrap-anywhere"
      dir="auto"
    >
      {body}
    </p>
  </div>
);

// WhatsApp shows *this* in bold.
const boldStars = (text: string) =>
  text.split(/(?<![\w*])\*([^*\n]+)\*(?![\w*])/).map((piece, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never reorder
    at % 2 === 1 ? <strong key={at}>{piece}</strong> : piece,
  );

/** The HTML is shown in a frame without scripts, forms, links that lead out, or network. */
function Mail({ message }: { message: Message }) {
  const [isPlain, setPlain] = useState(false);
  const { subject, body, html } = message;
  return (
    <div className="overflow-hidden rounded-lg border border-base-300">
      <div className="flex flex-wrap items-center justify-between gap-2 border-b border-base-300 bg-base-200 px-3 py-2">
        <p className="min-w-0 grow basis-40 font-semibold wrap-anywhere" dir="auto">
          {subject || '(no subject)'}
        </p>
        {html && (
          <button type="button" className="btn btn-xs" onClick={() => setPlain(!isPlain)}>
            {isPlain ? 'As designed' : 'As plain text'}
          </button>
        )}
      </div>
      {html && !isPlain ? (
        <iframe
          title={`E-mail: ${subject ?? ''}`}
          sandbox=""
          srcDoc={html}
          className="block h-112 w-full bg-white"
        />
      ) : (
        <p className="p-3 whitespace-pre-wrap wrap-anywhere" dir="auto">
          {body}
        </p>
      )}
    </div>
  );
}
