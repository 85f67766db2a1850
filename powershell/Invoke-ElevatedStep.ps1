<#
.SYNOPSIS
Runs one step in an elevated console, after it has compared our files with the request.
.DESCRIPTION
Started by Start-ElevatedStep.ps1 only. Everything beside this script is hashed before any of it is loaded with administrator
rights: another hash than the request carries is refused. Then it does what Invoke-UpgradeStep.ps1 does.
.PARAMETER Run
Absolute path of the run folder, in base64 of UTF-8.
.PARAMETER RequestHash
SHA-256 of request.json.
.PARAMETER NoPause
Ends without waiting for a key.
.EXAMPLE
powershell.exe -NoLogo -NoProfile -ExecutionPolicy RemoteSigned -File powershell/Invoke-ElevatedStep.ps1 -Run L2E= -RequestHash 00
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9+/]+={0,2}$')] [string]$Run,
    [Parameter(Mandatory)] [ValidatePattern('^[0-9a-f]{64}$')] [string]$RequestHash,
    [switch]$NoPause
)
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$global:ProgressPreference = 'SilentlyContinue'

function Get-MfaSha256 {
    [CmdletBinding()]
    [OutputType([string])]
    param([byte[]]$Bytes)
    $hash = [System.Security.Cryptography.SHA256]::Create()
    try { [System.BitConverter]::ToString($hash.ComputeHash($Bytes)).Replace('-', '').ToLowerInvariant() } finally { $hash.Dispose() }
}

$code = 130
try {
    $folder = [System.Text.Encoding]::UTF8.GetString([System.Convert]::FromBase64String($Run))
    $bytes = [System.IO.File]::ReadAllBytes([System.IO.Path]::Combine($folder, 'request.json'))
    $names = [string[]]@([System.IO.Directory]::GetFiles($PSScriptRoot, '*', 'AllDirectories') | ForEach-Object -Process { $_.Substring($PSScriptRoot.Length + 1).Replace('\', '/') })
    [System.Array]::Sort($names, [System.StringComparer]::Ordinal)
    $lines = foreach ($name in $names) { '{0} {1}' -f $name, (Get-MfaSha256 -Bytes ([System.IO.File]::ReadAllBytes([System.IO.Path]::Combine($PSScriptRoot, $name)))) }
    $module = Get-MfaSha256 -Bytes ([System.Text.Encoding]::UTF8.GetBytes((@($lines) -join "`n") + "`n"))
    $wanted = (ConvertFrom-Json -InputObject ([System.Text.Encoding]::UTF8.GetString($bytes))).PSObject.Properties['module']
    if ((Get-MfaSha256 -Bytes $bytes) -cne $RequestHash -or $null -eq $wanted -or $wanted.Value -cne $module) {
        [Console]::Out.WriteLine('Refused, nothing was changed. The request or the files of the extension are others than when the step was asked for. Install the extension again, then run the step from the checklist.')
        $code = 2
    }
    else {
        Import-Module -Name (Join-Path -Path $PSScriptRoot -ChildPath 'MfaUpgradeStep/MfaUpgradeStep.psd1')
        $code = Invoke-MfaUpgradeStep -RunFolder $folder -RequestHash $RequestHash -InformationAction Continue
    }
}
catch {
    [Console]::Out.WriteLine('The step could not be run: {0} Read the lines above, then use Find Out on the step.' -f $_.Exception.Message)
    $code = 1
}
finally {
    if ($code -eq 130) { [System.Environment]::Exit($code) }
    # The window goes with the process, and what it says with the window.
    if (-not $NoPause) {
        [Console]::Out.WriteLine('Press Enter to close this window.')
        [void][Console]::In.ReadLine()
    }
    exit $code
}
