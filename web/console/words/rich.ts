import { createElement, Fragment, type ReactNode } from 'react';
import { piecesOf, type Slots, type Words } from './t.ts';

/** A sentence with parts of the page in it, in the order of the reader's language. */
export const rich = <K extends Words>(key: K, ...slots: Slots<K, ReactNode>): ReactNode =>
  piecesOf<ReactNode>(key, slots[0]).map((piece, at) => createElement(Fragment, { key: at }, piece));
