<#
.SYNOPSIS
Proves on a real Windows what the tests elsewhere can only assume. Reads; changes nothing but an own folder below TEMP.
.DESCRIPTION
Start it on a Windows host in Windows PowerShell 5.1 and again in PowerShell 7, best on a host with MFA Server:
    powershell.exe -NoProfile -ExecutionPolicy RemoteSigned -File docs\windows-checks.ps1
It prints one line for each assumption and writes them as JSON into TEMP. The report holds no names, paths, accounts or
values of this host: only whether each assumption holds, and versions of Windows and PowerShell.
.PARAMETER Report
Where the report is written.
.EXAMPLE
powershell.exe -NoProfile -ExecutionPolicy RemoteSigned -File docs\windows-checks.ps1
#>
[CmdletBinding()]
param([string]$Report = (Join-Path -Path ([System.IO.Path]::GetTempPath()) -ChildPath 'mfa-upgrade-windows-checks.json'))
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

if ([System.Environment]::OSVersion.Platform -ne [System.PlatformID]::Win32NT) {
    Write-Output 'These checks prove assumptions about Windows, and this is another system. Run them on a Windows host.'
    exit 2
}

$modules = Join-Path -Path (Split-Path -Path $PSScriptRoot -Parent) -ChildPath 'powershell'
$module = Import-Module -Name (Join-Path -Path $modules -ChildPath 'MfaServerUpgrade\MfaServerUpgrade.psd1') -PassThru
$own = Join-Path -Path ([System.IO.Path]::GetTempPath()) -ChildPath ('mfa-upgrade-' + [guid]::NewGuid().ToString('N'))

# What each assumption is, and how it is seen. True = holds, false = does not, text = does not apply here.
$assumptions = [ordered]@{
    'The module loads and exports its functions'                          = { $module.ExportedFunctions.Count -eq 3 }
    'Get-ComputerInfo answers with the three properties that are asked'   = {
        $seen = Get-ComputerInfo -Property 'CsDNSHostName', 'CsDomain', 'CsPartOfDomain'
        $null -ne $seen.CsDNSHostName -and $null -ne $seen.CsPartOfDomain
    }
    'This computer knows itself by its own name'                          = { & $module { Test-MfaComputerName -ComputerName $env:COMPUTERNAME } }
    'Another name is another computer'                                    = { -not (& $module { Test-MfaComputerName -ComputerName ($env:COMPUTERNAME + 'x') }) }
    'A missing registry key reads as nothing'                             = { $null -eq (& $module { Get-MfaRegistryValue -Key 'HKLM:\SOFTWARE\FIXTURE_absent' -Name 'a' }) }
    'A missing service reads as nothing'                                  = { $null -eq (& $module { Get-MfaService -Name 'FIXTURE_absent' }) }
    'A service has a start type'                                          = { $null -ne (& $module { Get-MfaService -Name 'W32Time' }).StartType }
    '.NET Framework names its Release'                                    = { (& $module { Get-MfaRegistryValue -Key 'HKLM:\SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full' -Name 'Release' }) -gt 0 }
    'Visual C++ runtimes are found where they are installed'              = {
        $found = @('x86', 'x64' | Where-Object -FilterScript { & $module { param($name) Test-MfaVisualCppRuntime -Architecture $name } $_ })
        if ($found.Count -eq 0) { 'none found: look by hand whether one is installed' } else { $true }
    }
    'The install path of MFA Server is in the registry and ends as said'  = {
        $path = & $module { Get-MfaRegistryValue -Key 'HKLM:\SOFTWARE\Wow6432Node\Positive Networks\PhoneFactor' -Name 'InstallPath' }
        if ($null -eq $path) { 'no MFA Server here' } else { $path.EndsWith('\') }
    }
    'Free space is read for a folder that is not there yet'               = { (& $module { param($path) Get-MfaFreeByte -LiteralPath $path } (Join-Path -Path $own -ChildPath 'a\b')) -gt 0 }
    'Local paths pass, shares and devices do not'                         = {
        & $module {
            $no = '\\server\share', '\\?\C:\a', '\\.\C:', 'C:a', 'C:\a\..\b', 'C:\a:b', 'C:\con', '/a'
            (Test-MfaLocalPath -LiteralPath 'C:\MFA Backup\a') -and @($no | Where-Object -FilterScript { Test-MfaLocalPath -LiteralPath $_ }).Count -eq 0
        }
    }
    'A new folder is closed to all but three accounts, and inherits'      = {
        & $module { param($path) New-MfaOwnerOnlyFolder -LiteralPath $path } (Join-Path -Path $own -ChildPath 'inner')
        $access = Get-Acl -LiteralPath $own
        $access.AreAccessRulesProtected -and @($access.Access.IdentityReference | Sort-Object -Unique).Count -le 3 -and @((Get-Acl -LiteralPath (Join-Path -Path $own -ChildPath 'inner')).Access | Where-Object -Property IsInherited).Count -eq 0
    }
    'A file that another process holds open is copied and hashed alike'   = {
        $source = Join-Path -Path $own -ChildPath 'source.bin'
        [System.IO.File]::WriteAllBytes($source, (New-Object -TypeName 'byte[]' -ArgumentList 3000000))
        $held = [System.IO.File]::Open($source, 'Open', 'ReadWrite', 'ReadWrite')
        try {
            & $module {
                param($from, $to)
                (Copy-MfaFile -LiteralPath $from -Destination $to).Sha256 -eq (Get-MfaFileHash -LiteralPath $to).Sha256
            } $source (Join-Path -Path $own -ChildPath 'copy.bin')
        }
        finally { $held.Dispose() }
    }
    'A probe file is gone after it is closed'                             = {
        $writable = & $module { param($path) Test-MfaFolderWritable -LiteralPath $path } $own
        $writable -and @(Get-ChildItem -LiteralPath $own -Filter '*.tmp').Count -eq 0
    }
    'A stand-in stands before the cmdlet of its name'                     = {
        $standIns = Import-Module -Name (Join-Path -Path $modules -ChildPath 'MfaServerRehearsal\StandIns\MfaStandIns.psd1') -Global -PassThru
        try { @($standIns.ExportedFunctions.Keys | Where-Object -FilterScript { (Get-Command -Name $_).ModuleName -ne 'MfaStandIns' }).Count -eq 0 }
        finally { Remove-Module -ModuleInfo $standIns }
    }
    'The script of a bundle is read without an error'                     = {
        $step = Import-Module -Name (Join-Path -Path $modules -ChildPath 'MfaUpgradeStep\MfaUpgradeStep.psd1') -PassThru
        $text = & $step { param($module) Get-MfaStepBundleText -Module $module -Run ([pscustomobject]@{ Request = [pscustomobject]@{ mode = 'production' }; Bytes = [byte[]](1, 2); Hash = '00' }) } $module
        $tokens = $null; $errors = $null
        [void][System.Management.Automation.Language.Parser]::ParseInput($text, [ref]$tokens, [ref]$errors)
        @($errors).Count -eq 0
    }
    'A list in JSON stays a list, also an empty one and one of one'       = {
        $step = Import-Module -Name (Join-Path -Path $modules -ChildPath 'MfaUpgradeStep\MfaUpgradeStep.psd1') -PassThru
        $read = & $step { ConvertFrom-MfaStepJson -Text '{"a":[],"b":[1]}' }
        $read.a -is [array] -and $read.b -is [array]
    }
    'Remote Desktop lies where it is looked for'                          = { [System.IO.File]::Exists((Join-Path -Path $env:SystemRoot -ChildPath 'System32\mstsc.exe')) }
    'Dates in JSON stay text'                                             = {
        $step = Import-Module -Name (Join-Path -Path $modules -ChildPath 'MfaUpgradeStep\MfaUpgradeStep.psd1') -PassThru
        (& $step { ConvertFrom-MfaStepJson -Text '{"a":"2024-01-01T00:00:00Z"}' }).a -is [string]
    }
}

$lines = foreach ($name in $assumptions.Keys) {
    try {
        $answer = & $assumptions[$name] | Select-Object -Last 1
        $holds = if ($answer -is [string]) { $answer } else { [bool]$answer }
    }
    catch {
        # The text of an error may name paths and accounts; its kind does not.
        $holds = 'could not look: {0}' -f $_.Exception.GetBaseException().GetType().Name
    }
    Write-Information -MessageData ('{0,-6} {1}' -f $holds, $name) -InformationAction Continue
    [ordered]@{ assumption = $name; holds = $holds }
}
if (Test-Path -LiteralPath $own) { [System.IO.Directory]::Delete($own, $true) }
$summary = [ordered]@{ powershell = [string]$PSVersionTable.PSVersion; windows = [string][System.Environment]::OSVersion.Version; assumptions = @($lines) }
[System.IO.File]::WriteAllText($Report, (ConvertTo-Json -InputObject $summary -Depth 4), (New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false))
$wrong = @($lines | Where-Object -FilterScript { $_.holds -eq $false -or "$($_.holds)" -like 'could not look*' }).Count
Write-Output ('{0} of {1} assumptions hold or do not apply. The report is {2}' -f ($lines.Count - $wrong), $lines.Count, $Report)
exit [int]($wrong -gt 0)
