# The AD FS adapter of this node: its assemblies in the two global assembly caches, that of .NET 2.0 and that of .NET 4
# (C7A, C7B; the folder is inferred), and its entries under Programs and Features.
function Get-MfaAdapterInstallation {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param()
    $assemblies = foreach ($cache in 'assembly', 'Microsoft.NET\assembly') {
        $folder = Join-Path -Path $env:SystemRoot -ChildPath "$cache\GAC_MSIL\MultiFactorAuthAdfsAdapter"
        if (-not (Test-Path -LiteralPath $folder -PathType Container)) { continue }
        foreach ($file in Get-ChildItem -LiteralPath $folder -File -Force -Recurse | Where-Object -Property Name -EQ -Value 'MultiFactorAuthAdfsAdapter.dll') {
            [pscustomobject]@{ Path = $file.FullName; Version = [string](Get-Item -LiteralPath $file.FullName -Force).VersionInfo.FileVersion }
        }
    }
    [pscustomobject]@{
        Assemblies = @($assemblies | Where-Object -FilterScript { $_ })
        Products   = @(Get-MfaInstalledProduct | Where-Object -Property Component -EQ -Value 'adfsAdapter')
    }
}

# Whether an installation is of a version. The assembly says so itself; or it carries a number of its own (C7B: 6.3.0.17452 in
# 6.3.1), and the entry under Programs and Features says so.
function Test-MfaAdapterThere {
    [CmdletBinding()]
    [OutputType([bool])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Installation,
        [Parameter(Mandatory)] [string]$Version
    )
    if (@($Installation.Assemblies | Where-Object -FilterScript { Test-MfaSameVersion -Version $_.Version -As $Version }).Count -gt 0) { return $true }
    $line = '^{0}\.{1}(\.|$)' -f $Version.Split('.')[0, 1]
    @($Installation.Products | Where-Object -FilterScript { Test-MfaSameVersion -Version $_.Version -As $Version }).Count -gt 0 -and
    @($Installation.Assemblies | Where-Object -Property Version -Match -Value $line).Count -gt 0
}

# What an installation lacks of the version that is wanted.
function Get-MfaAdapterFinding {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Installation,
        [Parameter(Mandatory)] [string]$Version,
        [Parameter(Mandatory)] [string]$ComputerName
    )
    $given = @{ Severity = 'error'; ComputerName = $ComputerName }
    if ($Installation.Assemblies.Count -eq 0) { return New-MfaFinding -Code AdapterNotInstalled -Value $Version @given }
    if (Test-MfaAdapterThere -Installation $Installation -Version $Version) { return }
    $listed = if ($Installation.Products.Count -gt 0) { $Installation.Products.Version -join ', ' } else { '-' }
    New-MfaFinding -Code AdapterOtherVersion -Value ($Installation.Assemblies.Version -join ', '), $listed, $Version @given
}
