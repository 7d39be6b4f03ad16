import { t } from '../words/t.ts';
import { MailBubble } from './mail-bubble.tsx';

type Message = {
  channel: string;
  subject?: string | undefined;
  body: string;
  html?: string | undefined;
  template?: { name: string; buttons: readonly string[] } | undefined;
  link?: { url: string; label: string } | undefined;
  image?: { url: string; alternative: string } | undefined;
  segments?: { count: number; encoding: string } | undefined;
};

/** A message as the recipient's channel shows it. */
export function MessageBubble({ message }: { message: Message }) {
  if (message.channel === 'whatsapp') return <WhatsApp message={message} />;
  if (message.channel === 'line') return <Line body={message.body} />;
  if (message.channel === 'sms') return <Sms message={message} />;
  if (message.channel === 'push') return <Push message={message} />;
  if (message.channel === 'in_app') return <InApp message={message} />;
  return <MailBubble mail={message} />;
}

const Picture = ({ image }: { image: Message['image'] }) =>
  image && (
    <img
      src={new URL(image.url).pathname}
      alt={image.alternative}
      className="mb-1 max-h-60 w-full max-w-md rounded-lg object-cover"
    />
  );

const WhatsApp = ({ message: { body, template, image } }: { message: Message }) => (
  <div className="rounded-lg bg-[#efeae2] p-3 dark:bg-[#0b141a]">
    <Picture image={image} />
    <p
      className="max-w-md rounded-lg rounded-ss-none bg-white px-3 py-2 text-[0.9rem] whitespace-pre-wrap text-[#111b21] shadow-sm wrap-anywhere dark:bg-[#202c33] dark:text-[#e9edef]"
      dir="auto"
    >
      {boldStars(body)}
    </p>
    {template?.buttons.map((button) => (
      <p
        key={button}
        className="mt-1 max-w-md rounded-lg bg-white px-3 py-1.5 text-center text-[0.9rem] text-[#00617a] wrap-anywhere dark:bg-[#202c33] dark:text-[#53bdeb]"
      >
        {button}
      </p>
    ))}
    {template && (
      <p className="mt-2 text-xs text-[#3b4a54] dark:text-[#aebac1]">
        {t('Template {name}', { name: template.name })}
      </p>
    )}
  </div>
);

const Sms = ({ message: { body, segments } }: { message: Message }) => (
  <div className="rounded-lg border border-base-300 bg-base-200 p-3">
    <p
      className="max-w-md rounded-2xl rounded-ss-sm bg-base-300 px-3 py-2 text-[0.9rem] whitespace-pre-wrap wrap-anywhere"
      dir="auto"
    >
      {body}
    </p>
    {segments && (
      <p className="quiet mt-2 text-xs">
        {t('{n} {n|part|parts}, written in {list}: each part is paid for.', {
          n: segments.count,
          list: segments.encoding.toUpperCase(),
        })}
      </p>
    )}
  </div>
);

const Push = ({ message: { subject, body, link, image } }: { message: Message }) => (
  <div className="rounded-lg bg-base-300 p-3">
    <div className="max-w-md rounded-2xl bg-base-100 px-3 py-2 text-[0.9rem] shadow-sm" dir="auto">
      <Picture image={image} />
      {subject && <p className="font-semibold wrap-anywhere">{subject}</p>}
      <p className="line-clamp-4 whitespace-pre-wrap wrap-anywhere">{body}</p>
    </div>
    {link && (
      <p className="quiet mt-2 text-xs wrap-anywhere">{t('A tap opens {address}', { address: link.url })}</p>
    )}
  </div>
);

const InApp = ({ message: { subject, body, link, image } }: { message: Message }) => (
  <div className="rounded-lg bg-base-300 p-3">
    <div className="max-w-md rounded-lg border border-base-300 bg-base-100 p-4 text-[0.9rem]" dir="auto">
      <Picture image={image} />
      {subject && <p className="mb-1 font-semibold wrap-anywhere">{subject}</p>}
      <p className="whitespace-pre-wrap wrap-anywhere">{body}</p>
      {link && <p className="btn btn-sm btn-primary pointer-events-none mt-3">{link.label}</p>}
    </div>
    {link && (
      <p className="quiet mt-2 text-xs wrap-anywhere">
        {t('The button opens {address}', { address: link.url })}
      </p>
    )}
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
