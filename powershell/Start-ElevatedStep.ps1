<#
.SYNOPSIS
Starts a run in an elevated console of its own and waits for it. Windows asks the person first.
.DESCRIPTION
An elevated process does not take over the environment, so the run goes on its line: the folder in base64, the hash as hex.
Exit codes are those of Invoke-UpgradeStep.ps1; 2 also where the person said no.
.EXAMPLE
powershell.exe -NoLogo -NoProfile -NonInteractive -ExecutionPolicy RemoteSigned -File powershell/Start-ElevatedStep.ps1
#>
[CmdletBinding()]
param()
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$code = 2
try {
    if ([System.Environment]::OSVersion.Platform -ne [System.PlatformID]::Win32NT) { throw 'Only Windows has elevated consoles.' }
    $script = '"{0}"' -f (Join-Path -Path $PSScriptRoot -ChildPath 'Invoke-ElevatedStep.ps1')
    $run = [System.Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes("$env:MFA_UPGRADE_RUN"))
    $words = '-NoLogo', '-NoProfile', '-ExecutionPolicy', 'RemoteSigned', '-File', $script, '-Run', $run, '-RequestHash', "$env:MFA_UPGRADE_REQUEST"
    $engine = [System.Diagnostics.Process]::GetCurrentProcess().MainModule.FileName
    [Console]::Out.WriteLine('The step runs in an elevated console of its own. This waits for its end.')
    $process = Start-Process -FilePath $engine -ArgumentList $words -Verb 'RunAs' -PassThru
    $process.WaitForExit()
    $code = $process.ExitCode
}
catch {
    [Console]::Out.WriteLine('The step was not started: {0} Nothing was changed.' -f $_.Exception.Message)
}
exit $code
