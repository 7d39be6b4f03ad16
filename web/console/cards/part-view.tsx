import type { Part } from '../../../core/parts.ts';
import { ApprovalCard } from './approval-card.tsx';
import { AudienceCard } from './audience-card.tsx';
import { PreviewCard } from './preview-card.tsx';
import { ProgressCard } from './progress-card.tsx';
import { RepliesCard } from './replies-card.tsx';
import { CampaignsCard, ChartCard, QuestionCard } from './small-cards.tsx';

type Props = { part: Part; onSay: (text: string) => void; onDecided: () => void };

export function PartView({ part, onSay, onDecided }: Props) {
  switch (part.kind) {
    case 'text':
      return (
        <p className="my-1 whitespace-pre-wrap wrap-anywhere" dir="auto">
          {part.text}
        </p>
      );
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
    case 'question':
      return <QuestionCard part={part} onSay={onSay} />;
    case 'chart':
      return <ChartCard part={part} />;
  }
}
