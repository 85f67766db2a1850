# How a web component lies under its virtual directory: where, in which pool with which runtime, and the versions that its
# program files carry. Nothing where it does not lie there.
function Get-MfaWebInstallation {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Wanted)
    $application = Get-MfaWebApplicationOfHost |
        Where-Object -FilterScript { $_.Component -eq $Wanted.Component -and $_.Name -eq $Wanted.VirtualDirectory -and $_.Site -eq $Wanted.Site } |
        Select-Object -First 1
    if ($null -eq $application) { return }
    [pscustomobject]@{
        Site             = $application.Site
        VirtualDirectory = $application.Name
        PhysicalPath     = $application.PhysicalPath
        Pool             = $application.Pool
        Runtime          = Get-MfaPoolRuntime -Name $application.Pool
        Versions         = @(Get-MfaProgramVersion -LiteralPath (Join-Path -Path $application.PhysicalPath -ChildPath 'bin'))
    }
}

# The .NET runtime of an application pool: v2.0, v4.0, or empty for none.
function Get-MfaPoolRuntime {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$Name)
    $filter = "/system.applicationHost/applicationPools/add[@name='{0}']" -f $Name
    Get-MfaWebConfigurationValue -PSPath 'MACHINE/WEBROOT/APPHOST' -Filter $filter -Name 'managedRuntimeVersion'
}

# The versions of the program files of a folder, each once.
function Get-MfaProgramVersion {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    if (-not (Test-Path -LiteralPath $LiteralPath -PathType Container)) { return }
    Get-ChildItem -LiteralPath $LiteralPath -File -Force |
        Where-Object -Property Extension -EQ -Value '.dll' |
        ForEach-Object -Process { (Get-Item -LiteralPath $_.FullName -Force).VersionInfo.FileVersion } |
        Where-Object -FilterScript { $_ } |
        Sort-Object -Unique
}

# What an installation lacks of what is wanted: it lies there, a program file has the version, the pool fits (4S, VIK).
function Get-MfaWebInstallationFinding {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Wanted,
        [AllowNull()] [pscustomobject]$Installation,
        [Parameter(Mandatory)] [string]$ComputerName
    )
    $given = @{ Severity = 'error'; ComputerName = $ComputerName }
    $title = Get-MfaComponentTitle -Component $Wanted.Component
    if ($null -eq $Installation) { return New-MfaFinding -Code WebComponentElsewhere -Value $title, $Wanted.VirtualDirectory, $Wanted.Site @given }
    if (@($Installation.Versions | Where-Object -FilterScript { Test-MfaSameVersion -Version $_ -As $Wanted.Version }).Count -eq 0) {
        New-MfaFinding -Code WebComponentOtherVersion -Value $title, $Wanted.VirtualDirectory, $Wanted.Version, ($Installation.Versions -join ', ') @given
    }
    if (-not (Test-MfaVersionBelow -Version $Wanted.Version -Than '7.0') -and $Installation.Runtime -ne 'v4.0') {
        New-MfaFinding -Code WebPoolRuntimeDiffers -Value $Installation.Pool, $Installation.Runtime @given
    }
}

# A version of a file may hold more than numbers; only numbers are compared.
function Test-MfaSameVersion {
    [CmdletBinding()]
    [OutputType([bool])]
    param([string]$Version, [string]$As)
    if ($Version -notmatch '^\d{1,9}(\.\d{1,9}){1,3}') { return $false }
    $number = $Matches[0]
    -not (Test-MfaVersionBelow -Version $number -Than $As) -and -not (Test-MfaVersionBelow -Version $As -Than $number)
}
