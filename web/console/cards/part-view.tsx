import type { Part } from '../../../core/parts.ts';
import { fromServer } from '../words/t.ts';
import { ApprovalCard } from './approval-card.tsx';
import { AudienceCard } from './audience-card.tsx';
import { ChangeCard } from './change-card.tsx';
import { PlanCard } from './plan-card.tsx';
import { PreviewCard } from './preview-card.tsx';
import { ProgressCard } from './progress-card.tsx';
import { RepliesCard } from './replies-card.tsx';
import { SegmentsCard } from './segments-card.tsx';
import { CampaignsCard, ChartCard, QuestionCard } from './small-cards.tsx';

type Props = { part: Part; onSay: (text: string) => void; onDecided: () => void };

export function PartView({ part, onSay, onDecided }: Props) {
  switch (part.kind) {
    case 'text':
      return <Said text={fromServer(part.text)} />;
    case 'audience':
      return <AudienceCard part={part} />;
    case 'preview':
      return <PreviewCard part={part} />;
    case 'approval':
      return <ApprovalCard part={part} onDecided={onDecided} />;
    case 'progress':
      return <ProgressCard part={part} />;
    case 'replies':
      return <RepliesCard part={part} />;
    case 'campaigns':
      return <CampaignsCard part={part} />;
    case 'segments':
      return <SegmentsCard part={part} />;
    case 'change':
      return <ChangeCard part={part} />;
    case 'question':
      return <QuestionCard part={part} onSay={onSay} />;
    case 'plan':
      return <PlanCard part={part} />;
    case 'chart':
      return <ChartCard part={part} />;
  }
}

/** The first paragraph answers; what follows are remarks. */
const Said = ({ text }: { text: string }) =>
  text.split(/\n{2,}/).map((paragraph, index) => (
    <p
      // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one text never reorder
      key={index}
      className={`my-1 whitespace-pre-wrap wrap-anywhere ${index > 0 ? 'text-sm opacity-80' : ''}`}
      dir="auto"
    >
      {paragraph}
    </p>
  ));
