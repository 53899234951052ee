// Asking the host about a loss. What cannot be fetched belongs to a version that another tab has replaced.

import { err, type Result } from '@core/kernel/result.ts';
import type { Fault } from '@core/vault/fault.ts';
import type { Host, Recovery } from '../host.ts';

export function ask<Answer>(
  host: Host,
  question: (recovery: Recovery) => Promise<Result<Answer, Fault>>,
): Promise<Result<Answer, Fault>> {
  return host.recovery().then(question, () => err({ type: 'replaced' }));
}
