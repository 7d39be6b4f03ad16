import { useEffect, useRef } from 'react';
import type { ApprovalPart, AudiencePart, PreviewPart } from '../../../core/parts.ts';
import { ApprovalCard } from '../cards/approval-card.tsx';
import { AudienceCard } from '../cards/audience-card.tsx';
import { audiencePath } from '../cards/audience-path.ts';
import { Problem } from '../cards/card.tsx';
import { PreviewCard } from '../cards/preview-card.tsx';
import { usePolled } from '../use-polled.ts';
import { Loading } from './page.tsx';

export function Approval({ id, onDecided }: { id: string; onDecided: () => void }) {
  const { data } = usePolled<ApprovalPart>(`/campaigns/${id}/approval`, null);
  return data && <ApprovalCard part={data} onDecided={onDecided} />;
}

/** Read anew for another version, and not made anew: what was changed here can be undone here. */
export function Audience({ id, at, mayEdit, onChanged }: EditedProps & { at: string }) {
  const { data, problem, reload } = usePolled<AudiencePart>(audiencePath(id), null);
  const shown = useRef(at);
  useEffect(() => {
    if (shown.current !== at) void reload();
    shown.current = at;
  }, [at, reload]);
  if (!data) return problem ? <Problem words={problem} onRetry={() => void reload()} /> : <Loading />;
  return <AudienceCard part={data} mayEdit={mayEdit} onChanged={onChanged} />;
}

export type EditedProps = { id: string; mayEdit: boolean; onChanged: () => void };

export function Preview({ id, mayEdit, onChanged }: EditedProps) {
  const { data, problem, reload } = usePolled<PreviewPart>(`/campaigns/${id}/preview`, null);
  if (!data) return problem ? <Problem words={problem} onRetry={() => void reload()} /> : <Loading />;
  return <PreviewCard part={data} mayEdit={mayEdit} onChanged={onChanged} />;
}
