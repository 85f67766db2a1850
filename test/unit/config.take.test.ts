import assert from 'node:assert/strict';
import { parseTakes } from '../../src/core/config/take';
import { add, app, changeOf, codes, compare, program, setting, web } from './configBuild';

const body = (value: string, more = ''): string =>
  web(
    app(add('FIXTURE_A', value), add('a=b', value), more),
    `<location path="FIXTURE_L">${app(add('FIXTURE_A', value), add('FIXTURE_L', value))}</location>`,
    program(setting('FIXTURE_P', value)),
    `<userSettings><pfup.Properties.Settings>${setting('FIXTURE_P', value)}</pfup.Properties.Settings></userSettings>`,
  );
const comparison = compare(body('old', add('FIXTURE_GONE', '1')), body('new', add('FIXTURE_NEW', '1')));

const refusal = (...takes: readonly string[]): readonly string[] => codes(parseTakes(takes, comparison).findings);
function taken(...takes: readonly string[]): ReadonlyMap<string, string> {
  const parsed = parseTakes(takes, comparison);
  assert.ok(parsed.ok, JSON.stringify(parsed.findings));
  return parsed.value;
}

describe('--take', () => {
  it('the last = ends the name', () => {
    assert.deepEqual([...taken('appSettings/a=b=old').values()], ['old']);
    assert.equal([...taken('appSettings/a=b=old').keys()][0], changeOf(comparison, 'a=b').id);
  });

  it('a location may stand in front, and no location is written as nothing', () => {
    assert.notDeepEqual(taken('|appSettings/FIXTURE_A=new'), taken('FIXTURE_L|appSettings/FIXTURE_A=new'));
    assert.deepEqual(taken('fixture_l|appSettings/fixture_a=new'), taken('FIXTURE_L|appSettings/FIXTURE_A=new'));
  });

  it('one without a location finds a setting in a location', () => {
    assert.equal(taken('appSettings/FIXTURE_L=new').size, 1);
  });

  it('one that fits two is refused', () => {
    assert.deepEqual(refusal('appSettings/FIXTURE_A=old'), ['ConfigTakeFitsSeveral']);
    assert.deepEqual(refusal('pfup.Properties.Settings/FIXTURE_P=old'), ['ConfigTakeFitsSeveral']);
    assert.equal(taken('userSettings/FIXTURE_P=old').size, 1);
    assert.equal(taken('applicationSettings/pfup.Properties.Settings/FIXTURE_P=old').size, 1);
  });

  it('one that fits none is refused', () => {
    assert.deepEqual(
      refusal('appSettings/FIXTURE_X=old', 'FIXTURE_M|appSettings/FIXTURE_L=new', 'userSettings/fixture_p=old'),
      ['ConfigTakeFitsNone', 'ConfigTakeFitsNone', 'ConfigTakeFitsNone'],
    );
  });

  it('one without a side is refused', () => {
    assert.deepEqual(
      refusal('appSettings/FIXTURE_L', 'appSettings/FIXTURE_L=both', '', '='),
      Array(4).fill('ConfigTakeNotRead'),
    );
  });

  it('two that contradict each other are refused, two of the same are not', () => {
    assert.deepEqual(refusal('appSettings/FIXTURE_L=old', 'appSettings/FIXTURE_L=new'), ['ConfigTakeContradicts']);
    assert.equal(taken('appSettings/FIXTURE_L=old', 'appSettings/FIXTURE_L=old').size, 1);
  });

  it('an old value that is not there is refused, the new one is no question', () => {
    assert.deepEqual(refusal('appSettings/FIXTURE_NEW=old'), ['ConfigTakeNotPossible']);
    assert.equal(taken('appSettings/FIXTURE_NEW=new').size, 1);
    assert.equal(taken('appSettings/FIXTURE_GONE=old').size, 1);
  });
});
