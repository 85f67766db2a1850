import assert from 'node:assert/strict';
import { textEditIn } from '../../src/core/run/textEdit';
import { prepareRun, whatIfEvidence } from '../../src/node/runFolder';
import { aFolder, anUpgrade, smallFarm } from '../build/folders';
import { leaveResult, options, run, runbook } from '../build/runs';

const evidence = {
  script: 'C:\\MFA\\Register.ps1',
  line: 12,
  before: { sha256: 'a', text: 'Register-X' },
  after: { sha256: 'a', text: 'Register-X -ConfigurationFilePath "C:\\a.config"' },
};

describe('The edit of a line that a what-if tells of', () => {
  it('is the line before and after; without a difference there is none', () => {
    const [file, line] = ['C:\\MFA\\Register.ps1', 12];
    assert.deepEqual(textEditIn(evidence), { file, line, before: 'Register-X', after: evidence.after.text });
    const others = [
      {},
      { ...evidence, after: evidence.before },
      { ...evidence, after: 'text' },
      { ...evidence, before: null },
      { ...evidence, line: '12' },
    ];
    for (const other of others) assert.equal(textEditIn(other), undefined, JSON.stringify(other));
  });

  it('comes from the result of this very what-if, or not at all', async () => {
    const folder = aFolder({ 'farm.json': JSON.stringify(smallFarm) });
    try {
      const upgrade = anUpgrade(folder.path, runbook);
      const tried = await prepareRun(upgrade, run, { ...options, whatIf: true });
      assert.ok(tried.ok, JSON.stringify(tried.findings));
      assert.equal(await whatIfEvidence(upgrade, tried.value), undefined);
      leaveResult(tried.value, { evidence, whatIf: true });
      assert.deepEqual(await whatIfEvidence(upgrade, tried.value), evidence);
      for (const other of [{ whatIf: false }, { whatIf: true, requestHash: 'x' }, { whatIf: true, run: 'x' }]) {
        leaveResult(tried.value, { evidence, ...other });
        assert.equal(await whatIfEvidence(upgrade, tried.value), undefined, JSON.stringify(other));
      }
    } finally {
      folder.remove();
    }
  });
});
