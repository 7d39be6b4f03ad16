import { Fragment, useMemo, useState } from 'react';
import type { Origin } from '../../../core/content/origin.ts';
import type { Finding } from '../../../core/content/verify/finding.ts';
import { FoundHere, type Mending } from '../content/found.tsx';
import { type Mark, Marked, MarksProvider, marksOf } from '../content/marks.tsx';
import { originWords } from '../content/origin-words.ts';
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
  /** What of it comes from data. */
  origins?: readonly Origin[] | undefined;
  findings?: readonly (Omit<Finding, 'place'> & Partial<Pick<Finding, 'place'>>)[] | undefined;
};

type Props = { message: Message; mending?: Mending | undefined };

/** A message as the recipient's channel shows it; what is known of its words is told when they are pointed at. */
export function MessageBubble({ message, mending }: Props) {
  const { origins = [], findings = [] } = message;
  const marks = useMemo(() => marksOf(message), [message]);
  const [told, setTold] = useState<Mark | null>(null);
  const at = (...places: (string | undefined)[]) => findings.filter(({ place }) => places.includes(place));
  return (
    <MarksProvider value={{ marks, onTell: setTold }}>
      <FoundHere findings={at('subject')} mending={mending} />
      <div className={findings.length > 0 ? 'mt-2' : ''}>
        <Bubble message={message} />
      </div>
      <p role="status" className="mt-1 min-h-4 text-xs wrap-anywhere empty:hidden">
        {told && `${told.words}: ${told.says}`}
      </p>
      <FoundHere findings={at('body', 'footer', undefined)} mending={mending} />
      {origins.length > 0 && <Origins origins={origins} />}
    </MarksProvider>
  );
}

/** All of it at once, for whoever cannot point. */
const Origins = ({ origins }: { origins: readonly Origin[] }) => (
  <details className="mt-2 text-xs">
    <summary className="min-h-6">{t('{n} {n|value|values} from data', { n: origins.length })}</summary>
    <dl className="mt-1 space-y-1">
      {origins.map((one) => (
        <div key={one.text} className="wrap-anywhere">
          <dt className="inline font-medium" dir="auto">
            {one.text}
          </dt>
          <dd className="quiet inline"> {originWords(one)}</dd>
        </div>
      ))}
    </dl>
  </details>
);

function Bubble({ message }: { message: Message }) {
  if (message.channel === 'whatsapp') return <WhatsApp message={message} />;
  if (message.channel === 'line') return <Line message={message} />;
  if (message.channel === 'push' || message.channel === 'web_push') return <Push message={message} />;
  if (message.channel === 'in_app') return <InApp message={message} />;
  if (message.channel === 'email' || message.html) return <MailBubble mail={message} />;
  return <Text message={message} />;
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

/** What is read, or heard, as bare words: SMS, RCS, Telegram, a call … */
const Text = ({ message: { body, segments } }: { message: Message }) => (
  <div className="rounded-lg border border-base-300 bg-base-200 p-3">
    <p
      className="max-w-md rounded-2xl rounded-ss-sm bg-base-300 px-3 py-2 text-[0.9rem] whitespace-pre-wrap wrap-anywhere"
      dir="auto"
    >
      <Marked>{body}</Marked>
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
      {subject && (
        <p className="font-semibold wrap-anywhere">
          <Marked>{subject}</Marked>
        </p>
      )}
      <p className="line-clamp-4 whitespace-pre-wrap wrap-anywhere">
        <Marked>{body}</Marked>
      </p>
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
      {subject && (
        <p className="mb-1 font-semibold wrap-anywhere">
          <Marked>{subject}</Marked>
        </p>
      )}
      <p className="whitespace-pre-wrap wrap-anywhere">
        <Marked>{body}</Marked>
      </p>
      {link && <p className="btn btn-sm btn-primary pointer-events-none mt-3">{link.label}</p>}
    </div>
    {link && (
      <p className="quiet mt-2 text-xs wrap-anywhere">
        {t('The button opens {address}', { address: link.url })}
      </p>
    )}
  </div>
);

const Line = ({ message: { body } }: { message: Message }) => (
  <div className="flex gap-2 rounded-lg bg-[#8cabd8] p-3 dark:bg-[#2b3a55]">
    <span aria-hidden="true" className="mt-0.5 size-8 shrink-0 rounded-full bg-white/70" />
    <p
      className="max-w-md rounded-2xl rounded-ss-sm bg-white px-3 py-2 text-[0.9rem] whitespace-pre-wrap text-black wrap-anywhere"
      dir="auto"
    >
      <Marked>{body}</Marked>
    </p>
  </div>
);

// WhatsApp shows *this* in bold.
const boldStars = (text: string) =>
  text.split(/(?<![\w*])\*([^*\n]+)\*(?![\w*])/).map((piece, at) => {
    const said = <Marked>{piece}</Marked>;
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never reorder
    return <Fragment key={at}>{at % 2 === 1 ? <strong>{said}</strong> : said}</Fragment>;
  });
