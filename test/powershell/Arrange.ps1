# Builders that the tests share: a simulated farm in a folder of its own, a request in a run folder, a real start.
$root = Split-Path -Path (Split-Path -Path $PSScriptRoot -Parent) -Parent
# What is looked at as text, and what is run: the same, or what ships of it.
$sources = Join-Path -Path $root -ChildPath 'powershell'
$modules = if ($env:MFA_UPGRADE_MODULES) { $env:MFA_UPGRADE_MODULES } else { $sources }

function New-TestFarm {
    [pscustomobject]@{
        name          = 'Contoso'
        targetVersion = '8.0.1.1'
        hosts         = @(
            [pscustomobject]@{ name = 'mfa01.contoso.example'; mfaServer = [pscustomobject]@{ version = '6.3.1'; role = 'master' }; webServiceSdk = [pscustomobject]@{ virtualDirectory = 'Sdk' } }
            [pscustomobject]@{ name = 'mfa02.contoso.example'; mfaServer = [pscustomobject]@{ version = '6.3.1'; role = 'subordinate'; installPath = 'D:\MFA\' } }
            [pscustomobject]@{ name = 'web01.contoso.example'; userPortal = [pscustomobject]@{ virtualDirectory = 'Portal' } }
            [pscustomobject]@{ name = 'app01.contoso.example'; mobileAppWebService = [pscustomobject]@{ virtualDirectory = 'app' } }
            [pscustomobject]@{ name = 'old01'; phoneFactorAgent = [pscustomobject]@{ version = '5.1.2'; role = 'master' } }
        )
        loadBalancers = @([pscustomobject]@{ name = 'Portal pool'; kind = 'windowsNlb'; serves = 'userPortal'; members = @('web01.contoso.example', 'web02.contoso.example') })
        adfsFarms     = @([pscustomobject]@{ name = 'EMEA'; nodes = @('fs01.contoso.example', 'MFA02.contoso.example.') })
    }
}

# An upgrade folder of a rehearsal: `runs` and, once something ran, `hosts`.
function New-TestUpgrade {
    param([string]$Below)
    $folder = Join-Path -Path $Below -ChildPath ([guid]::NewGuid().ToString('N'))
    [void][System.IO.Directory]::CreateDirectory((Join-Path -Path $folder -ChildPath 'runs'))
    [pscustomobject]@{ Folder = $folder; Hosts = (Join-Path -Path $folder -ChildPath 'hosts'); Host = 'mfa01.contoso.example' }
}

function Get-TestFile {
    param([pscustomobject]$Upgrade, [string]$Below = '', [string]$Name = $Upgrade.Host)
    [System.IO.Path]::Combine($Upgrade.Hosts, $Name, 'files', $Below)
}

function Get-TestDataFolder {
    param([pscustomobject]$Upgrade)
    Get-TestFile -Upgrade $Upgrade -Below 'C/Program Files/Multi-Factor Authentication Server/Data'
}

function Get-TextHash {
    param([string]$Text)
    [System.Convert]::ToHexString([System.Security.Cryptography.SHA256]::HashData([System.Text.Encoding]::UTF8.GetBytes($Text))).ToLowerInvariant()
}

# Changes a file of a simulated host as something else than the product would.
function Edit-TestState {
    param([pscustomobject]$Upgrade, [string]$Name = $Upgrade.Host, [string]$File, [scriptblock]$Change)
    $path = [System.IO.Path]::Combine($Upgrade.Hosts, $Name, $File)
    $state = ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText($path)) -NoEnumerate
    & $Change $state
    [System.IO.File]::WriteAllText($path, (ConvertTo-Json -InputObject $state -Depth 12))
}

# Gives a simulated host a 32-bit Windows, as the evening finds it.
function Set-TestBitness32 {
    param([pscustomobject]$Upgrade, [string]$Name = $Upgrade.Host)
    Edit-TestState -Upgrade $Upgrade -Name $Name -File 'computer.json' -Change { param($computer) $computer.bitness = 32 }
    Edit-TestState -Upgrade $Upgrade -Name $Name -File 'registry.json' -Change {
        param($registry)
        foreach ($key in @($registry.PSObject.Properties | Where-Object -Property Name -Match -Value 'Wow6432Node')) {
            $registry.PSObject.Properties.Remove($key.Name)
            if ($key.Name -notmatch 'VisualStudio') { $registry | Add-Member -NotePropertyName $key.Name.Replace('Wow6432Node\', '') -NotePropertyValue $key.Value }
        }
    }
}

function Set-TestService {
    param([pscustomobject]$Upgrade, [string]$Name, [string]$Service, [string]$Status)
    Edit-TestState -Upgrade $Upgrade -Name $Name -File 'services.json' -Change { param($all) ($all | Where-Object -Property name -EQ -Value $Service).status = $Status }
}

# Lays the simulated hosts without stepping onto one.
function New-TestHost {
    param([pscustomobject]$Upgrade)
    Import-Module -Name (Join-Path -Path $modules -ChildPath 'MfaServerRehearsal/MfaServerRehearsal.psd1') -Force -Global
    New-MfaRehearsalFarm -Farm (New-TestFarm) -Destination $Upgrade.Hosts
}

# Puts the test process itself on a simulated host, with the real module loaded.
function Enter-TestHost {
    param([pscustomobject]$Upgrade, [string]$Name = $Upgrade.Host)
    $module = Import-Module -Name (Join-Path -Path $modules -ChildPath 'MfaServerUpgrade/MfaServerUpgrade.psd1') -Force -PassThru -Global
    New-TestHost -Upgrade $Upgrade
    Enter-MfaRehearsalHost -Hosts $Upgrade.Hosts -Name $Name -RunFolder (Join-Path -Path $Upgrade.Folder -ChildPath 'runs') -Module $module
}

function Exit-TestHost {
    Get-Module -All -Name 'Mfa*' | Remove-Module -Force
    $env:COMPUTERNAME = $null
    $env:ProgramData = $null
    $env:SystemRoot = $null
}

function New-TestRequest {
    param([pscustomobject]$Upgrade, [hashtable]$With = @{}, [string]$Run = [guid]::NewGuid().ToString('N'))
    $request = [ordered]@{
        v = 1; run = $Run; upgradeId = 'u1'; step = "back-up-data-file@$($Upgrade.Host)"; title = 'Back up the data file'
        target = $Upgrade.Host; function = 'Backup-MfaServerData'; verify = 'Test-MfaServerDataBackup'
        parameters = [ordered]@{ UpgradeId = 'u1'; BackupName = 'back-up-data-file' }
        whatIf = $false; mode = 'rehearsal'; host = [ordered]@{ name = $Upgrade.Host; transport = 'winrm' }; changes = $true
        journal = [ordered]@{ number = 4; hash = '0' * 64 }
        rehearsal = [ordered]@{ hosts = $Upgrade.Hosts; farm = New-TestFarm }
    }
    foreach ($name in $With.Keys) { if ($null -eq $With[$name]) { $request.Remove($name) } else { $request[$name] = $With[$name] } }
    $folder = [System.IO.Path]::Combine($Upgrade.Folder, 'runs', $Run)
    [void][System.IO.Directory]::CreateDirectory($folder)
    $bytes = (New-Object System.Text.UTF8Encoding $false).GetBytes((ConvertTo-Json -InputObject $request -Depth 16))
    [System.IO.File]::WriteAllBytes((Join-Path -Path $folder -ChildPath 'request.json'), $bytes)
    $hash = [System.BitConverter]::ToString([System.Security.Cryptography.SHA256]::HashData($bytes)).Replace('-', '').ToLowerInvariant()
    [pscustomobject]@{ Folder = $folder; Hash = $hash }
}

# A process as VS Code starts it, with nothing in its environment but our two variables.
function Open-TestStep {
    param([pscustomobject]$Request)
    $start = New-Object System.Diagnostics.ProcessStartInfo
    $start.FileName = $env:MFA_UPGRADE_POWERSHELL
    foreach ($argument in '-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'RemoteSigned', '-File', (Join-Path -Path $modules -ChildPath 'Invoke-UpgradeStep.ps1')) { $start.ArgumentList.Add($argument) }
    $start.Environment.Clear()
    $start.Environment['MFA_UPGRADE_RUN'] = $Request.Folder
    $start.Environment['MFA_UPGRADE_REQUEST'] = $Request.Hash
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    [System.Diagnostics.Process]::Start($start)
}

function Start-TestStep {
    param([pscustomobject]$Request)
    $process = Open-TestStep -Request $Request
    $errors = $process.StandardError.ReadToEndAsync()
    $text = $process.StandardOutput.ReadToEnd()
    $process.WaitForExit()
    $result = [System.IO.Path]::Combine($Request.Folder, 'result.json')
    [pscustomobject]@{
        Code   = $process.ExitCode
        Text   = $text + $errors.Result
        Result = if (Test-Path -LiteralPath $result) { ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText($result)) -DateKind String }
    }
}

# The same without a process of its own: quicker, and measured.
function Invoke-TestStep {
    param([pscustomobject]$Request)
    Import-Module -Name (Join-Path -Path $modules -ChildPath 'MfaUpgradeStep/MfaUpgradeStep.psd1') -Force -Global
    $said = @(Invoke-MfaUpgradeStep -RunFolder $Request.Folder -RequestHash $Request.Hash -InformationAction Continue 6>&1)
    $result = [System.IO.Path]::Combine($Request.Folder, 'result.json')
    [pscustomobject]@{
        Code   = $said[-1]
        Text   = @($said | Select-Object -SkipLast 1 | ForEach-Object { "$_" }) -join "`n"
        Result = if (Test-Path -LiteralPath $result) { ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText($result)) -DateKind String }
    }
}

# A file of zeros that takes a while to copy and no room on the disk.
function New-TestLargeFile {
    param([pscustomobject]$Upgrade)
    $path = Join-Path -Path (Get-TestDataFolder -Upgrade $Upgrade) -ChildPath 'FIXTURE_large.bin'
    $stream = [System.IO.File]::Open($path, 'CreateNew')
    try { $stream.SetLength(4GB) } finally { $stream.Dispose() }
    $path
}

# The folder of the upgrade on a simulated node in which the adapter's files lie, and what a copy of a version lays there.
function Get-TestAdapterFolder {
    param([pscustomobject]$Upgrade, [string]$Name)
    Get-TestFile -Upgrade $Upgrade -Name $Name -Below 'C/ProgramData/MFA Server Upgrade/u1/installers'
}

function New-TestAdapterFolder {
    param([pscustomobject]$Upgrade, [string]$Name, [string]$Version = '8.0.1.1')
    $folder = Get-TestAdapterFolder -Upgrade $Upgrade -Name $Name
    [void][System.IO.Directory]::CreateDirectory($folder)
    Write-TestAdapterFile -Folder $folder -Version $Version
}

# The four files as the program folder of an MFA server of a version has them.
function Write-TestAdapterFile {
    param([string]$Folder, [string]$Version)
    & (Get-Module -Name 'MfaServerRehearsal') {
        param($folder, $version)
        Write-MfaSimulatedAdapterFile -LiteralPath $folder -Version $version
        Write-MfaSimulatedProgram -LiteralPath ([System.IO.Path]::Combine($folder, 'MultiFactorAuthenticationAdfsAdapterSetup64.msi')) -Product 'AdfsAdapter' -Version $version
    } $Folder $Version
}

# Every file below a folder with its content's hash: two of these are equal when nothing was changed.
function Get-TestFingerprint {
    param([string]$LiteralPath)
    $lines = Get-ChildItem -LiteralPath $LiteralPath -Recurse -Force | Sort-Object -Property FullName | ForEach-Object -Process {
        if ($_.PSIsContainer) { $_.FullName } else { '{0} {1}' -f $_.FullName, (Get-FileHash -LiteralPath $_.FullName).Hash }
    }
    $lines -join "`n"
}

# Finished sets of the backup step that the request names.
function Get-TestSet {
    param([pscustomobject]$Upgrade, [string]$Root = 'C/ProgramData/MFA Server Upgrade')
    $folder = Get-TestFile -Upgrade $Upgrade -Below "$Root/u1/back-up-data-file"
    @(if (Test-Path -LiteralPath $folder) { Get-ChildItem -LiteralPath $folder -Directory -Force | Where-Object -Property Name -Match '^\d{8}T\d{9}Z$' })
}
