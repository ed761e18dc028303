import type { Browser } from 'playwright-core';
import type { Report } from './report';

/** What the scenarios share. */
export interface Stage {
  readonly browser: Browser;
  readonly report: Report;
  /** Where pictures are kept. */
  readonly artefacts: string;
  /** A folder of this run. */
  readonly root: string;
}
