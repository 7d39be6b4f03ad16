import { AppError } from '../../../lib/errors.ts';

/** What a form changed, and what the person is told. */
export type Taken = { subjectId: string; tell: string };

/** What stands in a field, without the space around it. */
export type Filled = (key: string) => string;

/** A refusal that the platform shows at that field. */
export const atField = (field: string, message: string) =>
  new AppError('input:invalid', message, { where: { field } });
export const unknownReply = () => new AppError('reply:unknown', 'There is no such reply.');
