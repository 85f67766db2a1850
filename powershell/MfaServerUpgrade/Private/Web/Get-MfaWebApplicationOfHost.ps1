# The web components on this host as IIS shows them, on all sites: name, site, pool, folder, component. A virtual directory
# can have any name, so each folder is asked (facts 2.1, 2.2). Nothing where there is no IIS; not able to look is an error.
function Get-MfaWebApplicationOfHost {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param()
    if ($null -eq (Get-MfaService -Name 'W3SVC')) { return }
    foreach ($site in Get-Website -ErrorAction Stop) {
        # Get-WebApplication leaves out what lies at the root of the site.
        $root = [pscustomobject]@{ path = '/'; applicationPool = $site.applicationPool; PhysicalPath = $site.physicalPath }
        foreach ($application in @($root) + @(Get-WebApplication -Site $site.name -ErrorAction Stop)) {
            $folder = [System.Environment]::ExpandEnvironmentVariables($application.PhysicalPath)
            $component = Get-MfaWebComponentOfFolder -LiteralPath $folder
            if (-not $component) { continue }
            [pscustomobject]@{
                Name         = $application.path.Trim('/')
                Site         = $site.name
                Pool         = $application.applicationPool
                PhysicalPath = $folder
                Component    = $component
            }
        }
    }
}

# Which component a folder holds, by its page or by the names in its web.config; nothing for any other folder. Shares are
# not asked.
function Get-MfaWebComponentOfFolder {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [AllowEmptyString()] [string]$LiteralPath)
    if (-not (Test-MfaLocalPath -LiteralPath $LiteralPath)) { return }
    if (Test-Path -LiteralPath (Join-Path -Path $LiteralPath -ChildPath 'PfWsSdk.asmx') -PathType Leaf) { return 'webServiceSdk' }
    if (Test-Path -LiteralPath (Join-Path -Path $LiteralPath -ChildPath 'PfPaWs.asmx') -PathType Leaf) { return 'mobileAppWebService' }
    $config = Join-Path -Path $LiteralPath -ChildPath 'web.config'
    if (-not (Test-Path -LiteralPath $config -PathType Leaf)) { return }
    # As text: a file that is not well-formed still tells whose it is.
    $text = [System.IO.File]::ReadAllText($config)
    if ($text -match '"(USE_WEB_SERVICE_SDK|pfup_pfwssdk_PfWsSdk)"') { return 'userPortal' }
    if ($text -match '"WEB_SERVICE_SDK_AUTHENTICATION_USERNAME"') { 'mobileAppWebService' }
}
