import type { Part } from '../../../core/parts.ts';
import { ApprovalCard } from './approval-card.tsx';
import { AudienceCard } from './audience-card.tsx';
import { ChangeCard } from './change-card.tsx';
import { PlanCard } from './plan-card.tsx';
import { PreviewCard } from './preview-card.tsx';
import { ProgressCard } from './progress-card.tsx';
import { RepliesCard } from './replies-card.tsx';
import { SegmentsCard } from './segments-card.tsx';
import { CampaignsCard, ChartCard, QuestionCard } from './small-cards.tsx';

export type CardPart = Exclude<Part, { kind: 'text' }>;
type Props = { part: CardPart; onSay: (text: string) => void; onDecided: () => void };

export default function PartView({ part, onSay, onDecided }: Props) {
  switch (part.kind) {
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
      return <PlanCard part={part} onSay={onSay} />;
    case 'chart':
      return <ChartCard part={part} />;
  }
}
