import type { GeneratedContent } from '../../../core/content/generate-content.ts';
import { useAsked } from '../audience/use-asked.ts';
import { useLate } from '../use-late.ts';

// All that the audience is goes into one answer: nothing for every word that is typed.
const REST_MS = 600;

/** What the readers of a draft would get; null until it is known. */
export function useGenerated(body: string) {
  const { answer, problem } = useAsked<{ content: GeneratedContent[] }>(
    '/content/generate',
    useLate(body, REST_MS),
  );
  return { messages: answer?.content ?? null, problem };
}
