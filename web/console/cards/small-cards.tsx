import type { CampaignsPart, ChartPart, QuestionPart } from '../../../core/parts.ts';
import { fromServer, t } from '../words/t.ts';
import { CAMPAIGN_WORDS, numberWords, plainWords, timeWords } from '../words.ts';
import { Badge, Card, InlineName } from './card.tsx';

export const QuestionCard = ({ part, onSay }: { part: QuestionPart; onSay: (text: string) => void }) => (
  <Card label={t('Question')} title={fromServer(part.text)} edge="live">
    {part.choices.length === 0 && <p>{t('Please say it in your own words.')}</p>}
    <div className="flex flex-wrap gap-2">
      {part.choices.map((choice) => (
        <button
          key={choice.say}
          type="button"
          className="btn h-auto min-h-10 max-w-full py-1.5 text-start font-normal wrap-anywhere"
          onClick={() => onSay(choice.say)}
        >
          {fromServer(choice.label)}
        </button>
      ))}
    </div>
  </Card>
);

type Row = CampaignsPart['campaigns'][number];

export const CampaignRows = ({ campaigns }: { campaigns: readonly Row[] }) => (
  <ul className="divide-y divide-base-300">
    {campaigns.map((one) => (
      <li key={one.id}>
        <a
          href={`#/campaigns/${one.id}`}
          className="-mx-2 flex flex-wrap items-center justify-between gap-x-3 gap-y-1 rounded-field px-2 py-3 hover:bg-base-200"
        >
          <span className="min-w-0 grow basis-48">
            <span className="block font-medium">
              <InlineName>{one.name}</InlineName>
            </span>
            <span className="quiet block text-xs">
              {t('{what} · version {version} · {time}', {
                what: plainWords(one.type),
                version: one.version,
                time: timeWords(one.createdAt),
              })}
            </span>
          </span>
          <Badge tone={CAMPAIGN_WORDS[one.status].tone}>{CAMPAIGN_WORDS[one.status].words}</Badge>
        </a>
      </li>
    ))}
  </ul>
);

export const CampaignsCard = ({ part }: { part: CampaignsPart }) => (
  <Card
    label={t('Campaigns')}
    title={part.campaigns.length === 0 ? t('There are none yet') : t('Newest first')}
  >
    <CampaignRows campaigns={part.campaigns} />
  </Card>
);

export function ChartCard({ part }: { part: ChartPart }) {
  const most = Math.max(1, ...part.bars.map((bar) => bar.value));
  return (
    <Card label={t('Chart')} title={part.title}>
      <table className="w-full table-fixed">
        <caption className="sr-only">
          {part.title}, {part.unit}
        </caption>
        <tbody>
          {part.bars.map((bar) => (
            <tr key={bar.label}>
              <th scope="row" className="w-2/5 py-1 pe-3 text-start font-normal wrap-anywhere sm:w-1/4">
                {bar.label}
              </th>
              <td className="py-1">
                <div className="flex items-center gap-2">
                  <span
                    aria-hidden="true"
                    className="h-3 min-w-0.5 rounded-sm bg-primary"
                    style={{ width: `${(75 * bar.value) / most}%` }}
                  />
                  <span className="tabular-nums">{numberWords(bar.value)}</span>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet mt-2 text-xs">{part.unit}</p>
    </Card>
  );
}
