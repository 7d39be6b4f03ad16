import { Badge } from '../cards/card.tsx';
import { locale } from '../words/language.ts';
import { fromServer, inLanguage, t } from '../words/t.ts';
import { plainWords, reasonsWords, shareWords } from '../words.ts';
import type { Received } from './entry.tsx';

const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
const languageWords = (code: string): string | null =>
  code === 'und' || code.startsWith('en') ? null : (languages.of(code) ?? code);

/** What of the message was found; the label is ours, the rest is theirs. */
const mentionWords = (mention: string): string => {
  const at = mention.indexOf(': ');
  return `${inLanguage(mention.slice(0, at))}${mention.slice(at)}`;
};

/** How a message was read: what it wants, how surely, the words that decided, and what code did at once. */
export function TriageLines({ entry: { triage, mentions, effects, isInDoubt } }: { entry: Received }) {
  const isProbablyStop = isInDoubt && triage?.probablyStop;
  return (
    <div className="mt-1.5 space-y-1">
      {triage && (
        <p className="flex flex-wrap items-center gap-1.5">
          {isProbablyStop ? (
            <Badge tone="bad">{plainWords('probable_stop')}</Badge>
          ) : (
            <Badge tone={triage.intent === 'opt_out' ? 'bad' : 'live'}>{plainWords(triage.intent)}</Badge>
          )}
          {triage.urgency === 'high' && <Badge tone="bad">{t('urgent')}</Badge>}
          {triage.needsHuman && <Badge tone="wait">{t('needs a person')}</Badge>}
          {triage.sentiment !== 'neutral' && <Badge>{inLanguage(triage.sentiment)}</Badge>}
          {languageWords(triage.language) && <Badge>{languageWords(triage.language)}</Badge>}
          {!isProbablyStop && (
            <span className="quiet text-xs">
              {t('{share} sure', { share: shareWords(triage.confidence) })}
            </span>
          )}
        </p>
      )}
      {!triage && <p className="quiet text-xs">{t('Not read yet.')}</p>}
      {effects.map((effect) => (
        <p key={effect} className="font-medium wrap-anywhere">
          {t('Done: {effect}', { effect: fromServer(effect) })}
        </p>
      ))}
      {mentions.length > 0 && (
        <p className="wrap-anywhere" dir="auto">
          {mentions.map(mentionWords).join(' · ')}
        </p>
      )}
      {triage?.because && (
        <p className="quiet text-xs wrap-anywhere">
          {t('Why: {because}', { because: reasonsWords(triage.because) })}
        </p>
      )}
    </div>
  );
}
