# The folders of the global assembly cache in which an adapter of a version lies on a node.
function Get-MfaSimulatedAdapterPlace {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$Version)
    # community: C7B, the name of the assembly and its token; C7A, versions below 7 are built on .NET 2.0
    if (Test-MfaSimulatedClassic -Version $Version) { '{{files}}/C/Windows/assembly/GAC_MSIL/MultiFactorAuthAdfsAdapter/{0}__31bf3856ad364e35' -f $Version }
    # inferred: the adapter's assembly carries the version of the product, and from 7.0 on lies in the cache of .NET 4
    else { '{{files}}/C/Windows/Microsoft.NET/assembly/GAC_MSIL/MultiFactorAuthAdfsAdapter/v4.0_{0}__31bf3856ad364e35' -f $Version }
}

# The version of the adapter that is installed on a node; nothing where there is none.
function Get-MfaSimulatedAdapter {
    [CmdletBinding()]
    [OutputType([string])]
    param([string]$HostName = (Get-MfaStandInHostName))
    foreach ($cache in 'assembly', 'Microsoft.NET/assembly') {
        $folder = Expand-MfaStandInPath -HostName $HostName -Text "{files}/C/Windows/$cache/GAC_MSIL/MultiFactorAuthAdfsAdapter"
        if (-not [System.IO.Directory]::Exists($folder)) { continue }
        foreach ($version in [System.IO.Directory]::GetDirectories($folder)) {
            $file = [System.IO.Path]::Combine($version, 'MultiFactorAuthAdfsAdapter.dll')
            if ([System.IO.File]::Exists($file) -and [System.IO.File]::ReadAllText($file) -match 'version=([0-9.]+)') { return $Matches[1] }
        }
    }
}

# Lays an adapter below the folder of a host's files.
function Write-MfaSimulatedAdapter {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$LiteralPath, [Parameter(Mandatory)] [string]$Version)
    $folder = (Get-MfaSimulatedAdapterPlace -Version $Version).Replace('{files}', $LiteralPath)
    [void][System.IO.Directory]::CreateDirectory($folder)
    Write-MfaSimulatedProgram -LiteralPath ([System.IO.Path]::Combine($folder, 'MultiFactorAuthAdfsAdapter.dll')) -Product 'AdfsAdapter' -Version $Version
}

# What the MSI of the adapter does to a node. It registers nothing and restarts nothing.
function Install-MfaSimulatedAdapter {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [pscustomobject]$Package)
    # inferred: the adapter's installer replaces the assembly of the version before
    foreach ($cache in 'assembly', 'Microsoft.NET/assembly') {
        $old = Expand-MfaStandInPath -Text "{files}/C/Windows/$cache/GAC_MSIL/MultiFactorAuthAdfsAdapter"
        if ([System.IO.Directory]::Exists($old)) { [System.IO.Directory]::Delete($old, $true) }
    }
    Write-MfaSimulatedAdapter -LiteralPath (Expand-MfaStandInPath -Text '{files}') -Version $Package.Version
    Add-MfaSimulatedProduct -Package $Package -Folder (Get-MfaSimulatedAdapterPlace -Version $Package.Version)
    Watch-MfaSimulatedAdfs
}
