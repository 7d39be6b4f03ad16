import { Badge } from '../cards/card.tsx';
import { plainWords, shareWords } from '../words.ts';
import type { Received } from './entry.tsx';

const languages = new Intl.DisplayNames(undefined, { type: 'language', fallback: 'code' });
const languageWords = (code: string): string | null =>
  code === 'und' || code.startsWith('en') ? null : (languages.of(code) ?? code);

/** How a message was read: what it wants, how surely, the words that decided, and what code did at once. */
export function TriageLines({ entry: { triage, mentions, effects } }: { entry: Received }) {
  return (
    <div className="mt-1.5 space-y-1">
      {triage && (
        <p className="flex flex-wrap items-center gap-1.5">
          <Badge tone={triage.intent === 'opt_out' ? 'bad' : 'live'}>{plainWords(triage.intent)}</Badge>
          {triage.urgency === 'high' && <Badge tone="bad">urgent</Badge>}
          {triage.needsHuman && <Badge tone="wait">needs a person</Badge>}
          {triage.sentiment !== 'neutral' && <Badge>{triage.sentiment}</Badge>}
          {languageWords(triage.language) && <Badge>{languageWords(triage.language)}</Badge>}
          <span className="quiet text-xs">{shareWords(triage.confidence)} sure</span>
        </p>
      )}
      {!triage && <p className="quiet text-xs">Not read yet.</p>}
      {effects.map((effect) => (
        <p key={effect} className="font-medium wrap-anywhere">
          Done: {effect}
        </p>
      ))}
      {mentions.length > 0 && (
        <p className="wrap-anywhere" dir="auto">
          {mentions.join(' · ')}
        </p>
      )}
      {triage?.because && <p className="quiet text-xs wrap-anywhere">Why: {triage.because}</p>}
    </div>
  );
}
