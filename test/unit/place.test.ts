import assert from 'node:assert/strict';
import { placeWarnings } from '../../src/node/place';

const codes = (folder: string): readonly string[] => placeWarnings(folder).map(({ code }) => code);

describe('The place of an upgrade', () => {
  it('is warned about in OneDrive and on a share, and nowhere else', () => {
    assert.deepEqual(codes('C:\\Users\\jdoe\\OneDrive - Contoso\\MFA'), ['FolderSynced']);
    assert.deepEqual(codes('C:\\Users\\jdoe\\OneDrive\\MFA'), ['FolderSynced']);
    assert.deepEqual(codes('\\\\files01\\admin\\mfa'), ['FolderOnShare']);
    assert.deepEqual(codes('//files01/admin/mfa'), ['FolderOnShare']);
    assert.deepEqual(codes('\\\\files01\\OneDrive\\mfa'), ['FolderSynced', 'FolderOnShare']);
    for (const folder of ['C:\\OneDriver\\mfa', 'D:\\mfa', '/srv/mfa', '\\\\?\\C:\\mfa', '\\\\.\\C:\\mfa', '/mfa'])
      assert.deepEqual(codes(folder), [], folder);
  });
});
