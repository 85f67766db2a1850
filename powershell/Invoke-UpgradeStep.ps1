<#
.SYNOPSIS
Runs one step of an upgrade: what the file request.json of a run folder says, once, with its result beside it.
.DESCRIPTION
The line that starts it is always the same. Two variables of the environment say what to do:
MFA_UPGRADE_RUN is the absolute path of the run folder, MFA_UPGRADE_REQUEST the SHA-256 of its request.json.
Exit codes: 0 done, 1 failed, 2 refused, 3 done and a restart is needed, 130 interrupted. result.json says more.
.EXAMPLE
pwsh -NoLogo -NoProfile -NonInteractive -ExecutionPolicy RemoteSigned -File powershell/Invoke-UpgradeStep.ps1
#>
[CmdletBinding()]
param()
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
# A progress bar asks the terminal for its cursor and waits for an answer that may never come.
$global:ProgressPreference = 'SilentlyContinue'
# Ctrl+C runs finally and nothing else: then the code is still this one.
$code = 130
try {
    Import-Module -Name (Join-Path -Path $PSScriptRoot -ChildPath 'MfaUpgradeStep/MfaUpgradeStep.psd1')
    $code = Invoke-MfaUpgradeStep -RunFolder "$env:MFA_UPGRADE_RUN" -RequestHash "$env:MFA_UPGRADE_REQUEST" -InformationAction Continue
}
catch {
    # Whatever no room of ours expected: said in words, nothing claimed about the step.
    [Console]::Out.WriteLine('The step could not be run: {0} Read the lines above, then use Find Out on the step.' -f $_.Exception.Message)
    $code = 1
}
finally {
    # While a pipeline is being stopped, the code of "exit" is lost now and then.
    if ($code -eq 130) { [System.Environment]::Exit($code) }
    exit $code
}
