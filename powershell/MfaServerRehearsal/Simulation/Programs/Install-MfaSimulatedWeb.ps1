# What the MSI of a web component does to a host.
function Install-MfaSimulatedWeb {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Package,
        [Parameter(Mandatory)] [string[]]$Word
    )
    $known = Get-MfaSimulatedWebComponent -Component $Package.Component
    # inferred: directory and site of a web component can be named on the command line, as for any Visual Studio web setup (VSWEB)
    $given = $Word | Where-Object -FilterScript { $_ -like 'TARGETVDIR=*' } | Select-Object -First 1
    $directory = if ($given) { $given.Split('=', 2)[1] } else { $known.Directory }
    $iis = Read-MfaStandInIis
    if ($null -eq $iis) { $iis = [pscustomobject]@{ sites = @([pscustomobject]@{ name = 'Default Web Site'; id = 1; physicalPath = '{files}/C/inetpub/wwwroot'; applications = @() }); pools = @() } }
    $target = $Word | Where-Object -FilterScript { $_ -like 'TARGETSITE=/LM/W3SVC/*' } | Select-Object -First 1
    $id = if ($target) { [int]$target.Split('/')[-1] } else { 1 }
    $site = $iis.sites | Where-Object -Property id -EQ -Value $id
    $application = Set-MfaSimulatedApplication -Iis $iis -Site $site -Directory $directory
    Write-MfaStandInFile -Name 'iis.json' -Value $iis
    # documented: SEED-A, the folder gets a new web.config
    # inferred: a new web.config holds the values as shipped (UP-15)
    Write-MfaSimulatedWebFolder -Component $Package.Component -LiteralPath (Expand-MfaStandInPath -Text $application.physicalPath) -Version $Package.Version
    Add-MfaSimulatedProduct -Package $Package -Folder $application.physicalPath
}

# The application under that directory, made where it is missing.
function Set-MfaSimulatedApplication {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([pscustomobject]$Iis, [pscustomobject]$Site, [string]$Directory)
    $application = $Site.applications | Where-Object -Property path -EQ -Value "/$Directory"
    if ($null -eq $application) {
        $application = [pscustomobject]@{ path = "/$Directory"; pool = $Directory; physicalPath = "{files}/C/inetpub/wwwroot/$Directory" }
        $Site.applications = @($Site.applications) + $application
    }
    # inferred: the application pool of a web component gets the runtime that the new version is built on
    $pool = $Iis.pools | Where-Object -Property name -EQ -Value $application.pool
    if ($null -eq $pool) { $Iis.pools = @($Iis.pools) + [pscustomobject]@{ name = $application.pool; runtime = 'v4.0'; state = 'Started' } }
    else { $pool.runtime = 'v4.0' }
    $application
}

# The entry under Programs and Features.
function Add-MfaSimulatedProduct {
    [CmdletBinding()]
    param([pscustomobject]$Package, [string]$Folder)
    $registry = Read-MfaStandInFile -Name 'registry.json'
    $entry = Get-MfaSimulatedProductEntry -Product $Package.Product -Version $Package.Version -Folder $Folder
    $registry | Add-Member -NotePropertyName $entry.Key -NotePropertyValue $entry.Values -Force
    Write-MfaStandInFile -Name 'registry.json' -Value $registry
}
