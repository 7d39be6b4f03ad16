import { type ReactNode, useEffect, useState } from 'react';
import type { PreviewPart } from '../../../core/parts.ts';
import { get, patch, problemWords } from '../api.ts';
import { InlineName, Problem } from '../cards/card.tsx';
import { MessageBubble } from '../cards/message-bubble.tsx';
import { useMay } from '../me.ts';
import { Choice, Loading } from '../pages/page.tsx';
import { inLanguage, t } from '../words/t.ts';
import { channelName, LETTER_LANGUAGES, languageWords } from '../words.ts';

type Preview = PreviewPart['previews'][number];
type Tone = NonNullable<Preview['tone']>;

const BY = { channel: t('Channel'), language: t('Language'), tone: t('Tone') } as const;
const TONES: readonly Tone[] = ['formal', 'casual'];

type Props = { part: PreviewPart; channel: string; mayEdit: boolean; onMended: () => void };

/** One message in each channel, language or tone, as its reader sees it, beside each other where there is room. */
export function Variants({ part, channel, mayEdit, onMended }: Props) {
  const [by, setBy] = useState<keyof typeof BY | 'variant'>('channel');
  const first = part.previews.find((one) => one.channel === channel);
  const channels = [...new Set(part.previews.map((one) => one.channel))];
  const ofChannel = part.previews.filter((one) => one.channel === channel);
  const wordings = [...new Map(ofChannel.map((one) => [one.variant, one])).values()];
  const shown = channels.flatMap((key) => part.previews.find((one) => one.channel === key) ?? []);
  return (
    <>
      <Choice
        label={t('Side by side')}
        of={first?.variant ? { ...BY, variant: t('Variant') } : BY}
        chosen={by}
        onChoose={setBy}
      />
      {by === 'channel' && (
        <ul aria-label={t('Side by side')} className="mt-3 grid gap-4 md:grid-cols-2">
          {shown.map((one) => (
            <Variant key={one.channel} title={channelName(one.channel)} message={one} />
          ))}
        </ul>
      )}
      {by === 'variant' && (
        <ul aria-label={t('Side by side')} className="mt-3 grid gap-4 md:grid-cols-2">
          {wordings.map((one) => (
            <Variant key={one.variant} title={t('Variant {name}', { name: one.variant })} message={one} />
          ))}
        </ul>
      )}
      {by === 'tone' && first && (
        <Others {...{ part, first, mayEdit, onMended }} field="tone" values={TONES} words={inLanguage} />
      )}
      {by === 'language' && first && (
        <Others
          {...{ part, first, mayEdit, onMended }}
          field="language"
          values={LETTER_LANGUAGES}
          words={languageWords}
        />
      )}
    </>
  );
}

type VariantProps = { title: string; message: Preview; children?: ReactNode };

const Variant = ({ title, message, children }: VariantProps) => (
  <li className="min-w-0">
    <p className="quiet mb-1 text-xs">
      {title} · <InlineName>{message.contact}</InlineName>
      {message.language && ` · ${languageWords(message.language)}`}
      {message.tone && ` · ${inLanguage(message.tone)}`}
    </p>
    <MessageBubble message={message} />
    {children}
  </li>
);

type OthersProps = Omit<Props, 'channel'> & {
  first: Preview;
  field: 'tone' | 'language';
  values: readonly string[];
  words: (value: string) => string;
};

/** The same message to the same person as it would read otherwise; nothing is changed until somebody takes one for all. */
function Others({ part, first, field, values, words, mayEdit, onMended }: OthersProps) {
  const mayDraft = useMay('draft');
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    [first[field] ?? values[0]!, ...values.filter((one) => one !== first[field])].slice(0, 2),
  );
  const [problem, setProblem] = useState<string | null>(null);
  const take = (value: string) =>
    patch(`/campaigns/${part.campaignId}`, { [field]: value }).then(onMended, (error: unknown) =>
      setProblem(problemWords(error)),
    );
  const toggle = (value: string) =>
    setChosen((before) =>
      before.includes(value) ? before.filter((one) => one !== value) : [...before, value],
    );
  return (
    <>
      <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1">
        {values.map((value) => (
          <label key={value} className="flex min-h-6 items-center gap-1.5">
            <input
              type="checkbox"
              className="checkbox checkbox-xs"
              checked={chosen.includes(value)}
              onChange={() => toggle(value)}
            />
            {words(value)}
          </label>
        ))}
      </p>
      {problem && <Problem words={problem} />}
      <ul aria-label={t('Side by side')} className="mt-3 grid gap-4 md:grid-cols-2">
        {values
          .filter((value) => chosen.includes(value))
          .map((value) => (
            <Other key={value} {...{ part, first }} query={{ [field]: value }}>
              {mayDraft && mayEdit && value !== first[field] && (
                <button type="button" className="btn btn-xs mt-2" onClick={() => void take(value)}>
                  {t('Write to everybody so')}
                </button>
              )}
            </Other>
          ))}
      </ul>
    </>
  );
}

type OtherProps = {
  part: PreviewPart;
  first: Preview;
  query: Record<string, string>;
  children: ReactNode;
};

function Other({
  part: { campaignId },
  first: { channel, customerId, contact },
  query,
  children,
}: OtherProps) {
  const asked = `/campaigns/${campaignId}/preview?${new URLSearchParams({ channel, customerId, ...query })}`;
  const [message, setMessage] = useState<Preview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isOld = false;
    get<PreviewPart>(asked).then(
      ({ previews }) => {
        if (!isOld) setMessage(previews.find((one) => one.contact === contact) ?? previews[0] ?? null);
      },
      (error: unknown) => !isOld && setProblem(problemWords(error)),
    );
    return () => {
      isOld = true;
    };
  }, [asked, contact]);
  if (!message) return <li>{problem ? <Problem words={problem} /> : <Loading />}</li>;
  return (
    <Variant title={channelName(channel)} message={message}>
      {children}
    </Variant>
  );
}
