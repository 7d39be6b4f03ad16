import type { CampaignsPart, ChartPart, QuestionPart } from '../../../core/parts.ts';
import { Badge, Card } from './card.tsx';

export const QuestionCard = ({ part, onSay }: { part: QuestionPart; onSay: (text: string) => void }) => (
  <Card label="Question" title={part.text}>
    <div className="flex flex-wrap gap-2">
      {part.choices.map((choice) => (
        <button
          key={choice.say}
          type="button"
          className="btn btn-sm btn-outline"
          onClick={() => onSay(choice.say)}
        >
          {choice.label}
        </button>
      ))}
      {part.choices.length === 0 && <p>Please say it in your own words.</p>}
    </div>
  </Card>
);

export const CampaignsCard = ({ part }: { part: CampaignsPart }) => (
  <Card label="Campaigns" title="Campaigns">
    {part.campaigns.length === 0 && <p>There are none yet.</p>}
    <ul className="divide-y divide-base-300">
      {part.campaigns.map((one) => (
        <li key={one.id} className="flex flex-wrap items-center gap-2 py-2">
          <span className="grow">{one.name}</span>
          <span className="opacity-70">{new Date(one.createdAt).toLocaleDateString()}</span>
          <Badge>{one.status}</Badge>
        </li>
      ))}
    </ul>
  </Card>
);

export function ChartCard({ part }: { part: ChartPart }) {
  const most = Math.max(1, ...part.bars.map((bar) => bar.value));
  return (
    <Card label="Chart" title={part.title}>
      <ul className="space-y-1">
        {part.bars.map((bar) => (
          <li key={bar.label} className="grid grid-cols-[8rem_1fr_auto] items-center gap-2">
            <span className="truncate">{bar.label}</span>
            <progress
              className="progress progress-primary"
              value={bar.value}
              max={most}
              aria-label={bar.label}
            />
            <span className="tabular-nums">
              {bar.value} {part.unit}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
