// `npm run -s powershell`: the pinned PowerShell's path alone on stdout, whatever MFA_UPGRADE_POWERSHELL says.
import { say } from '../project.mjs';
import { pinnedPowerShell } from './install.mjs';

try {
  process.stdout.write(`${pinnedPowerShell()}\n`);
} catch (error) {
  say(`The pinned PowerShell is not here: ${error.message} Install the .NET SDK 10 and run this again.`);
  process.exitCode = 1;
}
