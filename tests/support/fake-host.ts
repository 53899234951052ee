// A host in memory: what it grants, offers and opens is the test's to say.

import type { Host, InstallOffer, LedgerSigns, UpdateOffer } from '@app/host.ts';
import type { Clock } from '@core/kernel/clock.ts';
import { systemRandom } from '@core/kernel/random.ts';
import { reveal } from '@core/kernel/redacted.ts';
import { err, ok } from '@core/kernel/result.ts';
import type { Finding } from '@core/store/finding.ts';
import type { FaultTag } from '@core/vault/fault.ts';
import { keyInMemory } from '@core/vault/key-place.ts';
import { usualCost } from '@core/vault/ways.ts';
import { type Signal, signal } from '@preact/signals';
import { standingClock } from './clock.ts';
import { createFakeLedger, type FakeLedger } from './fake-ledger.ts';

export interface FakeHost extends Host {
  readonly clock: Clock & { at: number };
  readonly ledger: FakeLedger;
  readonly install: Signal<InstallOffer | undefined>;
  readonly update: Signal<UpdateOffer | undefined>;
  /** What opening answers until it is taken away. */
  refuseOpening: FaultTag | undefined;
  /** Given by the page when it opened; a test plays the store with it. */
  signs: LedgerSigns | undefined;
  /** Set: opening waits for it. */
  gate: Promise<void> | undefined;
  /** How often the browser was asked to keep the record. */
  persistAsked: number;
  persisted: boolean;
  begunAnew: number;
  /** What a look at everything finds, until the person goes on. */
  findings: readonly Finding[];
  /** How often the person went on with what is there, or began beside what does not open. */
  goneOn: number;
  begunBeside: number;
  /** There is a lock, and this opens it. */
  secrets: { readonly passphrase: string; readonly identity: string } | undefined;
  /** The storage does not give its data out. */
  copyRefused: boolean;
}

/** `at`: an instant, as ISO text, in a zone without an offset. */
export function createFakeHost(at = '2026-11-23T09:00:00Z'): FakeHost {
  const clock = standingClock(at);
  const host: FakeHost = {
    platform: 'web',
    version: '0.0.0',
    clock,
    random: systemRandom,
    ledger: createFakeLedger(clock),
    install: signal<InstallOffer | undefined>(undefined),
    update: signal<UpdateOffer | undefined>(undefined),
    refuseOpening: undefined,
    signs: undefined,
    gate: undefined,
    persistAsked: 0,
    persisted: false,
    begunAnew: 0,
    findings: [],
    goneOn: 0,
    begunBeside: 0,
    copyRefused: false,
    async openLedger(signs) {
      host.signs = signs;
      await host.gate;
      return host.refuseOpening ? err({ type: host.refuseOpening }) : ok(host.ledger);
    },
    async beginAnew() {
      host.begunAnew += 1;
      host.refuseOpening = undefined;
    },
    recovery: async () => ({
      examine: async () => ok(host.findings),
      async goOn() {
        host.goneOn += 1;
        host.findings = [];
        host.refuseOpening = undefined;
        return ok(undefined);
      },
      async beginBeside() {
        host.begunBeside += 1;
        host.refuseOpening = undefined;
        return ok(undefined);
      },
    }),
    keyPlace: keyInMemory(),
    secrets: undefined,
    lock: async () => ({
      async state() {
        const bytes = new Uint8Array(16);
        const box = { salt: bytes, nonce: bytes, box: bytes };
        return ok({
          locked: host.secrets !== undefined,
          ways: host.secrets
            ? [
                { kind: 'passphrase', ...usualCost, ...box },
                { kind: 'recovery', recipient: 'age1', box: bytes },
              ]
            : [],
        });
      },
      async unlock(attempt) {
        const given = reveal(attempt.by === 'passphrase' ? attempt.passphrase : attempt.identity);
        if (given !== (attempt.by === 'passphrase' ? host.secrets?.passphrase : host.secrets?.identity)) {
          return err({ type: 'wrong' });
        }
        host.refuseOpening = undefined;
        return ok(undefined);
      },
      tools: async (minutes) => ({ kdf: async () => new Uint8Array(32), minutes }),
      rescue: async () => ok(undefined),
      erase: async () => ok(undefined),
    }),
    copyStored: async () => (host.copyRefused ? err({ type: 'lost' }) : ok('{"rows":[]}')),
    storage: {
      persisted: async () => host.persisted,
      async persist() {
        host.persistAsked += 1;
        return host.persisted;
      },
      estimate: async () => ({ used: 1_240_000, room: 9_800_000_000 }),
    },
  };
  return host;
}
