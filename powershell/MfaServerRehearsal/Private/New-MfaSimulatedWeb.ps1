# The web components of a planned host: their files, and what IIS says of them (iis.json). Each has a pool of its own.
function New-MfaSimulatedWeb {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Planned,
        [Parameter(Mandatory)] [string]$LiteralPath
    )
    $version = Get-MfaSimulatedVersion -Planned $Planned
    $sites = [ordered]@{ 'Default Web Site' = [ordered]@{ name = 'Default Web Site'; id = 1; physicalPath = '{files}/C/inetpub/wwwroot'; applications = @() } }
    $pools = @()
    foreach ($component in Get-MfaSimulatedWebName -Planned $Planned) {
        $entry = $Planned.Entry.$component
        $site = Get-MfaFarmMember -Object $entry -Name 'site'
        if (-not $site) { $site = 'Default Web Site' }
        if (-not $sites.Contains($site)) { $sites[$site] = [ordered]@{ name = $site; id = $sites.Count + 1; physicalPath = '{files}/C/inetpub/wwwroot'; applications = @() } }
        $below = 'C/inetpub/wwwroot/' + $entry.virtualDirectory
        $sites[$site].applications += [ordered]@{ path = '/' + $entry.virtualDirectory; pool = $entry.virtualDirectory; physicalPath = '{files}/' + $below }
        # community: VIK, pages before 7.0 want the v2.0 runtime
        $pools += [ordered]@{ name = $entry.virtualDirectory; runtime = if (Test-MfaSimulatedClassic -Version $version) { 'v2.0' } else { 'v4.0' }; state = 'Started' }
        $folder = [System.IO.Path]::Combine($LiteralPath, 'files', $below)
        Write-MfaSimulatedWebFolder -Component $component -LiteralPath $folder -Version $version -Value (Get-MfaSimulatedWebValue -Planned $Planned)
        if ($component -eq 'userPortal') { New-MfaSimulatedTheme -Portal $entry -LiteralPath $folder }
    }
    if ($pools.Count -gt 0) { Write-MfaSimulatedJson -LiteralPath (Join-Path -Path $LiteralPath -ChildPath 'iis.json') -Value ([ordered]@{ sites = @($sites.Values); pools = $pools }) }
}

# Themes that somebody changed or made.
function New-MfaSimulatedTheme {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Portal,
        [Parameter(Mandatory)] [string]$LiteralPath
    )
    $names = @(if (Get-MfaFarmMember -Object $Portal -Name 'changedDefaultTheme') { 'Default' }) + @(Get-MfaFarmMember -Object $Portal -Name 'customThemes' | Where-Object -FilterScript { $_ })
    foreach ($name in $names) {
        $folder = [System.IO.Path]::Combine($LiteralPath, 'App_Themes', $name)
        [void][System.IO.Directory]::CreateDirectory($folder)
        Write-MfaSimulatedText -LiteralPath ([System.IO.Path]::Combine($folder, 'FIXTURE_theme.css')) -Text "/* of this farm */`n"
    }
}

function Get-MfaSimulatedWebName {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [pscustomobject]$Planned)
    'webServiceSdk', 'userPortal', 'mobileAppWebService' | Where-Object -FilterScript { $null -ne (Get-MfaFarmMember -Object $Planned.Entry -Name $_) }
}

# The version that a host carries before the upgrade: that of its own server, else that of the farm's first.
function Get-MfaSimulatedVersion {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [pscustomobject]$Planned)
    foreach ($entry in @($Planned.Entry) + @(Get-MfaFarmMember -Object $Planned.Farm -Name 'hosts')) {
        $product = Get-MfaFarmProduct -Entry $entry
        if ($null -ne $product) { return [string]$product.version }
    }
    '6.3.1'
}

# What the configured web.config of a host holds: its own SDK, else that of the farm's first host that has one. A portal on an
# MFA server asks its own service instead.
function Get-MfaSimulatedWebValue {
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([Parameter(Mandatory)] [pscustomobject]$Planned)
    $sdk = @($Planned.Entry) + @(Get-MfaFarmMember -Object $Planned.Farm -Name 'hosts') | Where-Object -FilterScript { $null -ne (Get-MfaFarmMember -Object $_ -Name 'webServiceSdk') } | Select-Object -First 1
    $account = Get-MfaSimulatedSdkAccount
    $values = @{ user = $account.User; password = $account.Password; own = 'true' }
    if ($null -ne $sdk) { $values['sdk'] = 'https://{0}/{1}/PfWsSdk.asmx' -f $sdk.name, $sdk.webServiceSdk.virtualDirectory }
    # documented: UP-15, USE_WEB_SERVICE_SDK is for a portal on a server of its own
    if ($null -ne (Get-MfaSimulatedServer -Planned $Planned)) { $values['own'] = 'false' }
    $values
}
