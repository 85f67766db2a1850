import { workspace } from 'vscode';
import { settingIds } from './ids';

/** Minutes that an AD FS farm may be without multi-factor authentication; 0 where nobody has set it, or set no number. */
export function outageBudget(): number {
  const setting: unknown = workspace.getConfiguration().get(settingIds.outageBudget);
  return typeof setting === 'number' && setting > 0 ? Math.trunc(setting) : 0;
}
