import type { ReactNode } from 'react';
import { InlineName } from '../cards/card.tsx';

type Props = { name: string; detail: ReactNode; children?: ReactNode };

/** One of a list of settings: what it is called, what it is, and what can be done with it. */
export const ListItem = ({ name, detail, children }: Props) => (
  <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
    <span className="min-w-0 grow basis-60">
      <span className="block font-medium">
        <InlineName>{name}</InlineName>
      </span>
      <span className="quiet wrap-anywhere">{detail}</span>
    </span>
    <span className="flex flex-wrap items-center gap-2">{children}</span>
  </li>
);
