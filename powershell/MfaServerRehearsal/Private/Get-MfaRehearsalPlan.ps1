# The hosts to simulate: those of the farm file and every AD FS node, each with what it carries.
function Get-MfaRehearsalPlan {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Farm)
    $Farm = Add-MfaUnlistedSdk -Farm $Farm
    $plan = [ordered]@{}
    foreach ($entry in @(Get-MfaFarmMember -Object $Farm -Name 'hosts')) {
        $name = ConvertTo-MfaRehearsalName -Name ([string](Get-MfaFarmMember -Object $entry -Name 'name'))
        $plan[$name] = [pscustomobject]@{ Name = $name; Entry = $entry; Farm = $Farm; IsAdfs = $false }
    }
    foreach ($adfs in @(Get-MfaFarmMember -Object $Farm -Name 'adfsFarms')) {
        foreach ($node in @(Get-MfaFarmMember -Object $adfs -Name 'nodes')) {
            $name = ConvertTo-MfaRehearsalName -Name ([string]$node)
            if (-not $plan.Contains($name)) { $plan[$name] = [pscustomobject]@{ Name = $name; Entry = $null; Farm = $Farm; IsAdfs = $true } }
            $plan[$name].IsAdfs = $true
        }
    }
    $plan.Values
}

# The farm with one more host, for the Web Service SDK that its portals and mobile apps ask and that it does not list. No step
# is about that host.
function Add-MfaUnlistedSdk {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Farm)
    $hosts = @(Get-MfaFarmMember -Object $Farm -Name 'hosts')
    if ($hosts | Where-Object -FilterScript { $null -ne (Get-MfaFarmMember -Object $_ -Name 'webServiceSdk') }) { return $Farm }
    if (-not ($hosts | Where-Object -FilterScript { $null -ne (Get-MfaFarmMember -Object $_ -Name 'userPortal') -or $null -ne (Get-MfaFarmMember -Object $_ -Name 'mobileAppWebService') })) { return $Farm }
    $directory = (Get-MfaSimulatedWebComponent -Component 'webServiceSdk').Directory
    $unlisted = [pscustomobject]@{
        name = 'unlisted-sdk.example'
        mfaServer = [pscustomobject]@{ version = (Get-MfaSimulatedVersion -Planned ([pscustomobject]@{ Entry = $null; Farm = $Farm })); role = 'subordinate' }
        webServiceSdk = [pscustomobject]@{ virtualDirectory = $directory }
    }
    $copy = $Farm.PSObject.Copy()
    $copy.hosts = $hosts + $unlisted
    $copy
}
