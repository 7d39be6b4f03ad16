import type { Ends } from '../../../core/audience/filter.ts';
import type { Bounds } from './read-bounds.ts';

export const hasCurrency = ({ from, to }: Bounds): boolean => Boolean(from?.currency ?? to?.currency);

/** "Three times", without more, is told of those who did it more often, too. */
export function timesOf({ from, to, isOpenFrom, isOpenTo }: Bounds, isBareNumber: boolean): Ends {
  const isPlain = isBareNumber && from !== null && to !== null && from.value === to.value;
  return {
    from: from && from.value + (isOpenFrom ? 1 : 0),
    to: isPlain || !to ? null : to.value - (isOpenTo ? 1 : 0),
  };
}
