# Installs a web component of the target version, as the console of an upgraded server offers it, under
# the site and directory that are named. Nothing where a function does it.
function Install-MfaOperatorComponent {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string]$HostName,
        [Parameter(Mandatory)] [string]$Component,
        [string]$Directory,
        [string]$Site,
        [switch]$BesideFunction
    )
    if ($BesideFunction) { return '' }
    # community: C7A, the console offers it
    $known = Get-MfaSimulatedWebComponent -Component $Component
    if (-not $Directory) { $Directory = $known.Directory }
    $found = Read-MfaStandInSite | Where-Object -Property name -EQ -Value $Site | Select-Object -First 1
    $words = @("TARGETVDIR=$Directory") + @(if ($null -ne $found) { 'TARGETSITE=/LM/W3SVC/{0}' -f $found.id })
    $version = (Read-MfaStandInFarm).targetVersion
    Add-MfaSimulatedChange -Program ('the setup of {0}' -f $known.Product)
    Install-MfaSimulatedWeb -Package ([pscustomobject]@{ Component = $Component; Product = $known.Product; Version = $version }) -Word $words
    'installed {0} {1} on {2}' -f $known.Product, $version, $HostName
}

# Installs the AD FS adapter of the target version on a node, as its MSI or the console of an upgraded server does, or puts the
# old one back.
function Install-MfaOperatorAdapter {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string]$HostName,
        [switch]$Old,
        [switch]$BesideFunction
    )
    if ($BesideFunction) { return '' }
    Add-MfaSimulatedChange -Program 'the setup of AdfsAdapter' -Product 'AdfsAdapter'
    # The farm keeps which adapter it began the evening with.
    $version = if ($Old) { (Read-MfaStandInAdfs).begun.version } else { (Read-MfaStandInFarm).targetVersion }
    Install-MfaSimulatedAdapter -Package ([pscustomobject]@{ Component = 'adfsAdapter'; Product = 'AdfsAdapter'; Version = $version })
    if (-not $Old) { return 'installed AdfsAdapter {0} on {1}' -f $version, $HostName }
    Start-MfaSimulatedAdfs
    'installed AdfsAdapter {0} on {1} and restarted AD FS there' -f $version, $HostName
}

# Registers the adapter again that the evening began with, from what was exported, and restarts AD FS on this node. Nothing
# where a function does it.
function Register-MfaOperatorAdapter {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string]$HostName,
        [switch]$BesideFunction
    )
    if ($BesideFunction) { return '' }
    # inferred: a farm of PhoneFactor Agents whose AD FS has an adapter holds its installer and its type name somewhere
    [void](Install-MfaOperatorAdapter -HostName $HostName -Old)
    Edit-MfaStandInAdfs -Change {
        param($adfs)
        if (@($adfs.database.providers.name) -notcontains $adfs.begun.name) { $adfs.database.providers = @($adfs.database.providers) + $adfs.begun }
        (Get-MfaSimulatedAdfsNode -Adfs $adfs).takenBack = $true
    }
    Start-MfaSimulatedAdfs
    'registered {0} again on {1} and restarted AD FS there' -f (Read-MfaStandInAdfs).begun.name, $HostName
}

# Installs the new adapter again, before a function registers it, on a node from which a person has taken it back by hand.
function Install-MfaOperatorAdapterAgain {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string]$HostName,
        [switch]$BesideFunction
    )
    if (-not $BesideFunction -or -not (Get-MfaSimulatedAdfsNode -Adfs (Read-MfaStandInAdfs)).takenBack) { return '' }
    Edit-MfaStandInAdfs -Change { param($adfs) (Get-MfaSimulatedAdfsNode -Adfs $adfs).takenBack = $false }
    Install-MfaOperatorAdapter -HostName $HostName
}

# Uninstalls a product under Programs and Features. Nothing where a function does it.
function Uninstall-MfaOperatorComponent {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string]$HostName,
        [Parameter(Mandatory)] [string]$Product,
        [switch]$BesideFunction
    )
    if ($BesideFunction) { return '' }
    $key = (Get-MfaSimulatedProductEntry -Product $Product -Version '5.0' -Folder 'any').Key
    Add-MfaSimulatedChange -Program ('the uninstallation of {0}' -f $Product)
    $code = Invoke-MfaSimulatedUninstall -Product $key.Split('\')[-1] -ExitCode 0
    if ($code -eq 1605) { return 'found no {0} on {1}' -f $Product, $HostName }
    'uninstalled {0} from {1}' -f $Product, $HostName
}

# Restarts a host.
function Restart-MfaOperatorHost {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'Changes the simulated farm only.')]
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string]$HostName,
        [switch]$BesideFunction
    )
    Invoke-MfaSimulatedRestart
    'restarted {0}{1}' -f $HostName, $(if ($BesideFunction) { ' beside a function' })
}
