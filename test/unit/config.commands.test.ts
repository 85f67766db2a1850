import assert from 'node:assert/strict';
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../../src/cli/answer';
import { compareVerb } from '../../src/cli/compare';
import { changedSince, readPair } from '../../src/node/configFiles';
import { mergeVerb } from '../../src/cli/merge';
import { add, app, codes, web } from './configBuild';

const secret = 'FIXTURE-very-secret';
const oldText = web(app(add('FIXTURE_A', 'old'), add('FIXTURE_PASSWORD', secret), add('SSL_REQUIRED', 'false')));
const newText = web(app(add('FIXTURE_A', 'new'), add('FIXTURE_PASSWORD', '')));
const mergedText = web(app(add('FIXTURE_A', 'old'), add('FIXTURE_PASSWORD', secret)));

describe('compare and merge on the command line', () => {
  let folder = '';
  const at = (name: string): string => join(folder, name);
  const put = (name: string, text: string): string => {
    writeFileSync(at(name), text);
    return at(name);
  };
  const merge = (...take: readonly string[]): Promise<Answer> =>
    mergeVerb(at('old'), at('new'), { out: at('out'), take });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'config-'));
    put('old', oldText);
    put('new', newText);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('compare answers 1 when a setting differs, with every member of the contract', async () => {
    const { exitCode, json, findings } = await compareVerb(at('old'), at('new'));
    const [first, second, third] = json['changes'] as readonly unknown[];
    assert.deepEqual([exitCode, json['apiVersion'], json['verdict'], findings], [1, 1, 'restore', []]);
    assert.deepEqual(JSON.parse(JSON.stringify(first)), {
      ...{ class: 'setting', section: 'appSettings', name: 'FIXTURE_A', oldLine: 3, newLine: 3 },
      ...{ old: 'old', new: 'new', secret: false, action: 'old' },
      reason: 'Both files have it with different values, and the old value is what this installation needs.',
    });
    assert.deepEqual(
      [second, third].map((change) => (change as { secret: boolean; action: string }).secret),
      [true, false],
    );
  });

  it('compare answers 0 when only the structure differs', async () => {
    const { exitCode, json } = await compareVerb(put('a', web('<system.web/>')), put('b', web('<system.webServer/>')));
    assert.deepEqual([exitCode, (json['changes'] as readonly unknown[]).length], [0, 2]);
  });

  it('compare answers 1 when only the structure inside settings differs', async () => {
    const old = put('a', web(app(add('FIXTURE_A', 'x'))));
    for (const other of [['<clear/>', add('FIXTURE_A', 'x')], ['<add key="FIXTURE_A" value="x" lockItem="true"/>']])
      assert.equal((await compareVerb(old, put('b', web(app(...other))))).exitCode, 1, other[0]);
  });

  it('compare answers 0 for a file and itself', async () => {
    const { exitCode, json } = await compareVerb(at('old'), at('old'));
    assert.deepEqual([exitCode, json['verdict'], json['changes']], [0, 'restore', []]);
  });

  it('compare shows no secret, in lines or JSON, and makes what cannot be seen visible', async () => {
    put(
      'old',
      oldText.replace('"old"', () => '"a&#x202e;b"').replace(add('FIXTURE_A', 'old'), () => ''),
    );
    const { json, lines } = await compareVerb(at('old'), at('new'));
    assert.ok(!`${JSON.stringify(json)}${lines.join('')}`.includes(secret));
    assert.ok(lines.some((line) => line.includes('\\u{202e}')));
  });

  it('compare of refused files has the members of a comparison, empty, and answers 2', async () => {
    const { exitCode, json, findings } = await compareVerb(put('old', `<a b="${secret}`), at('new'));
    assert.deepEqual(
      [exitCode, json['verdict'], json['changes'], json['warnings'], json['apiVersion']],
      [2, 'refuse', [], [], 1],
    );
    assert.deepEqual([json['findings'], json['reason']], [findings, findings[0]?.message]);
    assert.deepEqual([findings[0]?.file, findings[0]?.line], [at('old'), 1]);
    assert.ok(!JSON.stringify(json).includes(secret));
  });

  it('compare places its warnings in their file', async () => {
    const portal = (value: string): string => web(app(add('USE_WEB_SERVICE_SDK', value)));
    const { findings, json } = await compareVerb(put('old', portal('false')), put('new', portal('true')));
    assert.deepEqual([findings[0]?.code, findings[0]?.file, findings[0]?.line], ['ConfigOldDefault', at('old'), 3]);
    assert.deepEqual(json['warnings'], findings);
  });

  it('compare names every file that cannot be used', async () => {
    const { findings } = await compareVerb(put('old', ''), at('not-there'));
    assert.deepEqual(codes(findings), ['ConfigEmpty', 'ConfigUnreadable']);
  });

  it('compare refuses two kinds of file, and a file that the second reader does not follow', async () => {
    const adapter = put('adapter', '<FixtureAdapter WebServiceSdkUrl="a"/>');
    assert.deepEqual(codes((await compareVerb(at('old'), adapter)).findings), ['ConfigKindsDiffer']);
    const hostile = put('hostile', web('<__proto__/>'));
    assert.deepEqual(codes((await compareVerb(at('old'), hostile)).findings), ['ConfigWitnessDisagrees']);
  });

  it('a folder, a device, a dangling link and 17 MB are refused', async () => {
    mkdirSync(at('folder'));
    symlinkSync('/dev/null', at('device'));
    symlinkSync(at('nowhere'), at('dangling'));
    truncateSync(put('large', ''), 17 * 1024 * 1024);
    const found = await Promise.all(
      ['folder', 'device', 'dangling', 'large'].map((name) => compareVerb(at('old'), at(name))),
    );
    assert.deepEqual(
      found.map(({ exitCode, findings }) => [exitCode, ...codes(findings)]),
      [
        [2, 'ConfigUnreadable'],
        [2, 'ConfigUnreadable'],
        [2, 'ConfigUnreadable'],
        [2, 'ConfigTooLarge'],
      ],
    );
  });

  it('merge writes the merged bytes and leaves nothing beside them', async () => {
    const { exitCode, json } = await merge();
    assert.deepEqual([exitCode, json], [0, { apiVersion: 1, out: at('out'), carried: 2, inserted: 0 }]);
    assert.equal(readFileSync(at('out'), 'utf8'), mergedText);
    assert.deepEqual(readdirSync(folder).sort(), ['new', 'old', 'out']);
  });

  it('merge takes what it is told to take', async () => {
    await merge('appSettings/FIXTURE_A=new', 'appSettings/SSL_REQUIRED=old');
    const expected = web(app(add('FIXTURE_A', 'new'), add('FIXTURE_PASSWORD', secret), add('SSL_REQUIRED', 'false')));
    assert.equal(readFileSync(at('out'), 'utf8'), expected);
  });

  it('merge that is refused writes nothing, and leaves a file that is there', async () => {
    const refused = await merge('appSettings/FIXTURE_X=old');
    assert.deepEqual([refused.exitCode, codes(refused.findings)], [2, ['ConfigTakeFitsNone']]);
    put('out', 'before');
    put('new', '<a>');
    assert.equal((await merge()).exitCode, 2);
    assert.equal(readFileSync(at('out'), 'utf8'), 'before');
  });

  it('merge says of which file it speaks where the second reader does not follow, or the merged text is not as it was meant', async () => {
    for (const name of ['old', 'new']) {
      put('old', oldText);
      put('new', newText);
      put(name, web(app(), '<constructor/>'));
      const [finding, ...more] = (await merge()).findings;
      assert.deepEqual([finding?.code, finding?.file, more], ['ConfigWitnessDisagrees', at(name), []]);
    }
    put('old', oldText);
    put('new', web(app(add('FIXTURE_A', 'x'), '<clear/>')));
    const [finding] = (await merge('appSettings/SSL_REQUIRED=old')).findings;
    assert.deepEqual([finding?.code, finding?.file], ['ConfigMergeNotProven', at('new')]);
  });

  it('merge writes nothing where a file has changed while it was decided', async () => {
    for (const name of ['old', 'new']) {
      put('old', oldText);
      put('new', newText);
      // Both files are read by the time that the choices are looked at.
      const take = new Proxy<readonly string[]>([], {
        get: (target, member, receiver): unknown => {
          if (member === 'flatMap') put(name, web(app(add('FIXTURE_A', 'changed'))));
          return Reflect.get(target, member, receiver);
        },
      });
      const answer = await mergeVerb(at('old'), at('new'), { out: at('out'), take });
      assert.deepEqual(
        [answer.exitCode, codes(answer.findings), answer.findings[0]?.file],
        [2, ['ConfigChanged'], at(name)],
      );
      assert.deepEqual(readdirSync(folder).sort(), ['new', 'old']);
    }
  });

  it('merge does not write over one of its inputs, by whatever way it is named', async () => {
    linkSync(at('new'), at('hard'));
    symlinkSync(at('old'), at('soft'));
    symlinkSync(folder, at('around'));
    for (const name of ['old', 'new', 'hard', 'soft', join('around', 'new')]) {
      const answer = await mergeVerb(at('old'), at('new'), { out: at(name), take: [] });
      assert.deepEqual([answer.exitCode, codes(answer.findings)], [2, ['ConfigOutIsInput']], name);
    }
    assert.deepEqual([readFileSync(at('old'), 'utf8'), readFileSync(at('new'), 'utf8')], [oldText, newText]);
  });

  it('merge into a folder that is not there, or onto a folder, is refused', async () => {
    mkdirSync(at('folder'));
    for (const out of [join('nowhere', 'out'), 'folder']) {
      const answer = await mergeVerb(at('old'), at('new'), { out: at(out), take: [] });
      assert.deepEqual([answer.exitCode, codes(answer.findings)], [2, ['ConfigNotWritten']]);
    }
  });

  it('a file that has changed since it was read is noticed', async () => {
    const pair = await readPair(at('old'), at('new'));
    assert.ok(pair.ok);
    assert.equal(await changedSince(pair.value), undefined);
    put(
      'new',
      newText.replace('new', () => 'own'),
    );
    assert.equal((await changedSince(pair.value))?.code, 'ConfigChanged');
    rmSync(at('new'));
    assert.equal((await changedSince(pair.value))?.file, at('new'));
  });
});
