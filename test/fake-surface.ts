// A surface in memory: what was shown where, in order.
import { z } from 'zod';
import type { Card, Surface, SurfaceClient } from '../channels/surface-contract.ts';

export type Shown = { place: string; text: string };

export function fakeSurface(given: Partial<SurfaceClient> & { key?: string } = {}) {
  const shown: Shown[] = [];
  const cards = new Map<string, Card>();
  const marks: string[] = [];
  let count = 0;
  const { key = 'slack', ...own } = given;
  const client: SurfaceClient = {
    longList: 100,
    answer(place) {
      const said: string[] = [];
      return {
        write: async (text) => void said.push(text),
        show: async (part) => void said.push(`[${part.kind}]`),
        end: async () => void shown.push({ place, text: said.join('') }),
      };
    },
    say: async (place, text) => void shown.push({ place, text }),
    whisper: async (place, to, text) => void shown.push({ place, text: `to ${to}: ${text}` }),
    privately: async (to) => `D${to}`,
    async post(place, card) {
      count += 1;
      const ref = `m${count}`;
      cards.set(`${place} ${ref}`, card);
      return ref;
    },
    change: async ({ place, ref }, card) => void cards.set(`${place} ${ref}`, card),
    mark: async ({ ref }, waits) => void marks.push(`${ref} ${waits ? 'waits' : 'begins'}`),
    sendFile: async (place, { name }) => void shown.push({ place, text: name }),
    ...own,
  };
  const surface: Surface = { key, label: 'A surface', settings: z.unknown(), open: () => client };
  return { surface, shown, cards, marks };
}
