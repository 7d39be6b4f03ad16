import { useState } from 'react';
import type { ChangeStep } from '../../../core/customers/changes/change-step.ts';
import type { ChangePart } from '../../../core/parts.ts';
import { post, problemWords } from '../api.ts';
import { t } from '../words/t.ts';

export type Save = (steps: ChangeStep[]) => Promise<boolean>;
/** The change that can be taken back; null once it was. */
export type Saved = { changeId: string | null };

/** What a person sets by hand is proposed and confirmed in one go, and can be taken back. */
export function useChange(customerId: string, onDone: () => void) {
  const [saved, setSaved] = useState<Saved | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = async (work: () => Promise<Saved>): Promise<boolean> => {
    setProblem(null);
    try {
      setSaved(await work());
      onDone();
      return true;
    } catch (error) {
      setProblem(problemWords(error));
      return false;
    }
  };
  const save: Save = (steps) =>
    attempt(async () => {
      const why = t('Edited on the customer’s page');
      const { id } = await post<ChangePart>(`/customers/${customerId}/changes`, { steps, why });
      await post(`/changes/${id}`, { decision: 'confirm' });
      return { changeId: id };
    });
  const undo = (changeId: string) =>
    attempt(async () => {
      await post(`/changes/${changeId}/undo`, {});
      return { changeId: null };
    });
  return { save, undo, saved, problem };
}
