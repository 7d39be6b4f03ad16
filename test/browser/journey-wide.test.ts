import { describeMainJob } from './main-job.ts';
import { WIDE } from './open-browser.ts';

describeMainJob({ name: 'a wide screen', options: WIDE, axe: true });
