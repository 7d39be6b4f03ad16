import { useState } from 'react';
import type { ChangeStep } from '../../../core/customers/changes/change-step.ts';
import type { ChangePart } from '../../../core/parts.ts';
import { post, problemWords } from '../api.ts';

export type Save = (steps: ChangeStep[], undo?: ChangeStep[]) => Promise<boolean>;
export type Saved = { undo: ChangeStep[] | null };

/** What a person sets by hand is proposed and confirmed in one go; what it replaces can be put back. */
export function useChange(customerId: string, onDone: () => void) {
  const [saved, setSaved] = useState<Saved | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const write = async (steps: ChangeStep[], why: string): Promise<void> => {
    const { id } = await post<ChangePart>(`/customers/${customerId}/changes`, { steps, why });
    await post(`/changes/${id}`, { decision: 'confirm' });
    onDone();
  };
  const attempt = async (work: () => Promise<Saved>): Promise<boolean> => {
    setProblem(null);
    try {
      setSaved(await work());
      return true;
    } catch (error) {
      setProblem(problemWords(error));
      return false;
    }
  };
  const save: Save = (steps, undo) =>
    attempt(async () => {
      await write(steps, 'Edited on the customer’s page');
      return { undo: undo ?? null };
    });
  const undo = (steps: ChangeStep[]) =>
    attempt(async () => {
      await write(steps, 'Undone on the customer’s page');
      return { undo: null };
    });
  return { save, undo, saved, problem };
}
