# Windows Installer on a simulated host: installs web components and the AD FS adapter, hands an uninstallation on.
function Invoke-MfaSimulatedMsiexec {
    [CmdletBinding()]
    [OutputType([int])]
    param(
        [Parameter(Mandatory)] [string]$FilePath,
        [string[]]$ArgumentList
    )
    $words = @(Read-MfaSimulatedArgument -ArgumentList $ArgumentList)
    # inferred: Windows Installer takes three minutes for a component
    Add-MfaSimulatedMinute -Minute 3
    $planned = Get-MfaPlannedExitCode -Program ([System.IO.Path]::GetFileName($FilePath))
    $uninstalled = Get-MfaSimulatedValue -Word $words -Switch '/x'
    if ($uninstalled) { return Invoke-MfaSimulatedUninstall -Product $uninstalled -ExitCode $planned }
    $path = Get-MfaSimulatedValue -Word $words -Switch '/i'
    $package = Get-MfaSimulatedPackage -LiteralPath $path
    # documented: MSIERR, 1619 for a package that cannot be opened, 1633 for one that this system does not take, 1603 for a launch condition that does not hold
    $isOther = $path -like '*64.msi' -and (Get-MfaSimulatedBitness) -eq 32
    $code = if ($null -eq $package) { 1619 } elseif ($null -ne $planned) { $planned } elseif ($isOther) { 1633 } elseif (Test-MfaSimulatedNewerAdapter -Package $package) { 1638 } elseif (Test-MfaSimulatedRuntime) { 0 } else { 1603 }
    if ($code -in 0, 3010, 1641) {
        if ($package.Component -eq 'adfsAdapter') { Install-MfaSimulatedAdapter -Package $package } else { Install-MfaSimulatedWeb -Package $package -Word $words }
    }
    Write-MfaSimulatedMsiLog -LiteralPath (Get-MfaSimulatedValue -Word $words -Switch '/L*V') -Package $package -ExitCode $code
    $code
}

# The package that a simulated MSI holds; nothing where it cannot be opened.
function Get-MfaSimulatedPackage {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([AllowNull()] [AllowEmptyString()] [string]$LiteralPath)
    if (-not $LiteralPath -or -not [System.IO.File]::Exists($LiteralPath)) { return }
    $component = @{ UserPortal = 'userPortal'; MobileAppWebService = 'mobileAppWebService'; AdfsAdapter = 'adfsAdapter' }
    if ((Read-MfaFixtureLine -LiteralPath $LiteralPath) -notmatch 'product=(\w+) version=([0-9.]+)' -or -not $component.ContainsKey($Matches[1])) { return }
    [pscustomobject]@{ Component = $component[$Matches[1]]; Product = $Matches[1]; Version = $Matches[2] }
}

# Whether a newer adapter than that of a package is on the host. It has to be uninstalled first.
function Test-MfaSimulatedNewerAdapter {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [pscustomobject]$Package)
    if ($Package.Component -ne 'adfsAdapter') { return $false }
    $installed = Get-MfaSimulatedAdapter
    # documented: MSIERR, 1638 where another version is there
    # inferred: Windows Installer takes an older adapter for another version
    [bool]$installed -and [version]$Package.Version -lt [version]$installed
}

# Whether the host has what the web components ask for.
function Test-MfaSimulatedRuntime {
    [CmdletBinding()]
    [OutputType([bool])]
    param()
    $registry = Read-MfaStandInFile -Name 'registry.json'
    # documented: SEED-A, the web components and the adapter of 7.0 and later want Visual C++ 2015 Update 1, x86 and x64
    $missing = Get-MfaSimulatedRuntimeArchitecture | Where-Object -FilterScript { (Get-MfaSimulatedRuntimeBuild -Registry $registry -Architecture $_) -lt [version]'14.0.23506' }
    @($missing).Count -eq 0
}

function Write-MfaSimulatedMsiLog {
    [CmdletBinding()]
    param(
        [AllowNull()] [AllowEmptyString()] [string]$LiteralPath,
        [AllowNull()] [pscustomobject]$Package,
        [int]$ExitCode
    )
    if (-not $LiteralPath) { return }
    $lines = @('=== Verbose logging started ===', 'Action start: LaunchConditions.')
    if ($ExitCode -eq 1603) { $lines += 'Product: FIXTURE -- Visual C++ 2015 Update 1 or higher is required.', 'Action ended: LaunchConditions. Return value 3.' }
    if ($null -ne $Package) { $lines += 'Property(S): ProductVersion = {0}' -f $Package.Version }
    $lines += 'MainEngineThread is returning {0}' -f $ExitCode
    # inferred: the log of Windows Installer is UTF-16 with a byte order mark
    [System.IO.File]::WriteAllText($LiteralPath, ($lines -join "`r`n"), [System.Text.Encoding]::Unicode)
}
