import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Runbook } from '../../src/core/runbook/runbook';
import type { Mode } from '../../src/core/upgrade/record';
import { placeOf } from '../../src/node/place';
import { sortedJson, type Runbooks } from '../../src/node/runbooks';
import { sha256 } from '../../src/node/sha256';
import { UpgradeFolder, type World } from '../../src/node/upgradeFolder';

/** A farm file as small as one can be: one MFA server. */
export const smallFarm = {
  name: 'Contoso',
  targetVersion: '8.0.1.1',
  hosts: [{ name: 'mfa01.contoso.example', mfaServer: { version: '6.3.1', role: 'master' } }],
};

/** A folder of its own for one test, gone after it. */
export function aFolder(content: Readonly<Record<string, string>>): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'mfa-folder-'));
  for (const [name, text] of Object.entries(content)) writeFileSync(join(path, name), text);
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function shipped(runbook: Runbook): Runbooks {
  const text = `${sortedJson(runbook)}\n`;
  return new Map([[runbook.id, { runbook, text, hash: sha256(text) }]]);
}

export function aWorld(runbook: Runbook, user = 'jdoe'): World {
  let ids = 0;
  return {
    runbooks: shipped(runbook),
    extensionVersion: '0.1.0',
    clock: { nowMs: () => Date.UTC(2026, 10, 25, 20) },
    actor: { user, computer: 'ADMIN01' },
    newId: () => `id-${user}-${String((ids += 1))}`,
  };
}

export function anUpgrade(path: string, runbook: Runbook, mode: Mode = 'rehearsal', user?: string): UpgradeFolder {
  return new UpgradeFolder(placeOf(path, mode), aWorld(runbook, user));
}
