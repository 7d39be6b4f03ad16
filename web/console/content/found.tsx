import { useState } from 'react';
import type { Finding } from '../../../core/content/verify/finding.ts';
import { ApiError, get, patch, problemWords, put } from '../api.ts';
import { Badge, Problem } from '../cards/card.tsx';
import { useMay } from '../me.ts';
import { navigate } from '../use-route.ts';
import { fromServer, inLanguage, t } from '../words/t.ts';
import { mendLetter } from './mend-text.ts';

type Letter = { subject?: string | undefined; body: string };
export type Mending = {
  campaignId: string;
  customerId: string;
  channel: string;
  /** Whose own message may be written anew, where the words are in no wording of the campaign. */
  own?: { contactId: string; letter: Letter };
  onMended: () => void;
};
type Found = Omit<Finding, 'place'> & Partial<Pick<Finding, 'place'>>;
type Props = { findings: readonly Found[]; mending?: Mending | undefined };

/** What the checks say of a message at one of its places, and a button that sees to it where one can. */
export function FoundHere({ findings, mending }: Props) {
  const mayDraft = useMay('draft');
  const [problem, setProblem] = useState<string | null>(null);
  if (findings.length === 0) return null;
  const press = (finding: Found) => {
    setProblem(null);
    mend(mending!, finding).catch((error: unknown) => setProblem(problemWords(error)));
  };
  return (
    <>
      <ul className="mt-2 space-y-1.5" aria-label={t('What was found in this message')}>
        {findings.map((one) => (
          <li key={`${one.place} ${one.message}`} className="wrap-anywhere">
            <Badge tone={one.severity === 'error' ? 'bad' : 'wait'}>
              {inLanguage(one.place ?? one.severity)}
            </Badge>{' '}
            {fromServer(one.message)}{' '}
            {one.fix && mending && mayDraft ? (
              <button type="button" className="btn btn-xs" onClick={() => press(one)}>
                {one.repair ? fromServer(one.repair) : t('Mend it')}
              </button>
            ) : (
              one.repair && <span className="quiet">{fromServer(one.repair)}</span>
            )}
          </li>
        ))}
      </ul>
      {problem && <Problem words={problem} />}
    </>
  );
}

type Campaign = { version: number; draft: { wording: Record<string, Partial<Letter>> } };

/** Sees to it where the words come from: the campaign's own wording for all, else this one recipient's message. */
async function mend(
  { campaignId, customerId, channel, own, onMended }: Mending,
  finding: Found,
): Promise<void> {
  const { fix } = finding;
  if (!fix) return;
  if (fix.do === 'open') return navigate(fix.page === 'rules' ? 'settings/rules' : `customers/${customerId}`);
  if (fix.do === 'shorten') await patch(`/campaigns/${campaignId}`, { length: 'short' });
  else {
    const { draft } = await get<Campaign>(`/campaigns/${campaignId}`);
    const mended = <L extends Partial<Letter>>(letter: L): L => mendLetter(letter, { ...finding, fix });
    const isOfChannel = (key: string) => key === channel || key.startsWith(`${channel}/`);
    const wording = Object.fromEntries(
      Object.entries(draft.wording)
        .map(([key, letter]) => [key, isOfChannel(key) ? mended(letter) : letter] as const)
        .filter(([, letter]) => Object.keys(letter).length > 0),
    );
    if (JSON.stringify(wording) !== JSON.stringify(draft.wording))
      await patch(`/campaigns/${campaignId}`, { wording });
    else if (own) await put(`/campaigns/${campaignId}/messages/${own.contactId}`, mended(own.letter));
    else
      throw new ApiError({
        code: 'mend',
        message: t('The words stand in the letter itself.'),
        nextStep: t(
          'Rehearse the campaign on its page and mend each message, or say in the conversation what to write.',
        ),
      });
  }
  onMended();
}
