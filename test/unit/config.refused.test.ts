import assert from 'node:assert/strict';
import { readConfig } from '../../src/core/config/configFile';
import { largestBytes } from '../../src/core/config/decode';
import type { Finding } from '../../src/core/report/finding';
import { bytesOf } from './configBuild';
import { refusedBytes, refusedTexts } from './configRefused';

/** The only finding about bytes that have to be refused. */
function refusalOf(bytes: Uint8Array): Finding {
  const read = readConfig(bytes);
  assert.equal(read.ok, false);
  const [finding, ...more] = read.findings;
  assert.ok(finding && more.length === 0);
  return finding;
}

/** Line and column of a mark, counted without the engine: lines end with LF in these texts. */
function placeOf(marked: string): readonly [number, number] {
  const lines = marked.slice(0, marked.indexOf('§')).split('\n');
  return [lines.length, (lines.at(-1)?.length ?? 0) + 1];
}

function saysNothing(finding: Finding): void {
  assert.ok(!JSON.stringify(finding).includes('CANARY'), JSON.stringify(finding));
  assert.ok(finding.message.endsWith('.') && finding.remedy.endsWith('.'));
}

describe('Refused config files', () => {
  it('are at least 100', () => {
    assert.ok(refusedTexts.length + refusedBytes.length >= 100);
  });

  for (const [about, marked, code] of refusedTexts) {
    it(about, () => {
      assert.equal(marked.split('§').length, 2);
      const finding = refusalOf(bytesOf(marked.replace('§', () => '')));
      assert.deepEqual([finding.code, finding.line, finding.column], [code, ...placeOf(marked)]);
      saysNothing(finding);
    });
  }

  for (const [about, bytes, code, line, column] of refusedBytes) {
    it(about, () => {
      const finding = refusalOf(Uint8Array.from(bytes));
      assert.deepEqual([finding.code, finding.line, finding.column], [code, line, column]);
      saysNothing(finding);
    });
  }

  it('one byte over 16 MB, by a message that states the limit', () => {
    const finding = refusalOf(new Uint8Array(largestBytes + 1));
    assert.equal(finding.code, 'ConfigTooLarge');
    assert.ok(finding.message.includes('16 MB'));
  });

  it('256 levels are read', () => {
    assert.ok(readConfig(bytesOf('<a>'.repeat(256) + '</a>'.repeat(256))).ok);
  });

  it('the line of an unclosed element is named', () => {
    assert.ok(refusalOf(bytesOf('<a>\n\n<b>\n')).message.includes('line 3'));
  });

  it('lines end with CR LF, LF and CR', () => {
    const finding = refusalOf(bytesOf('<a>\r\n\r\r\n\n <b c=" & "/></a>'));
    assert.deepEqual([finding.line, finding.column], [5, 9]);
  });
});
