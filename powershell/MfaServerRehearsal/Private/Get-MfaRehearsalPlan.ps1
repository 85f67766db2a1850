# The hosts to simulate: those of the farm file and every AD FS node, each with what it carries. Adapter is the version of the
# adapter on an AD FS node, empty on any other host.
function Get-MfaRehearsalPlan {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Farm)
    $Farm = Add-MfaUnlistedSdk -Farm $Farm
    $plan = [ordered]@{}
    foreach ($entry in @(Get-MfaFarmMember -Object $Farm -Name 'hosts')) {
        $name = ConvertTo-MfaRehearsalName -Name ([string](Get-MfaFarmMember -Object $entry -Name 'name'))
        $plan[$name] = [pscustomobject]@{ Name = $name; Entry = $entry; Farm = $Farm; Adapter = '' }
    }
    foreach ($adfs in @(Get-MfaFarmMember -Object $Farm -Name 'adfsFarms')) {
        $version = if ($null -ne $adfs) { Get-MfaSimulatedAdapterVersion -Farm $Farm -Adfs $adfs }
        foreach ($node in @(Get-MfaFarmMember -Object $adfs -Name 'nodes')) {
            $name = ConvertTo-MfaRehearsalName -Name ([string]$node)
            if (-not $plan.Contains($name)) { $plan[$name] = [pscustomobject]@{ Name = $name; Entry = $null; Farm = $Farm; Adapter = '' } }
            $plan[$name].Adapter = $version
        }
    }
    $plan.Values
}

# Every node of an AD FS farm loads the assembly that is registered: the one of the server that the primary carries, else of
# the first node with one, else of the master.
function Get-MfaSimulatedAdapterVersion {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [pscustomobject]$Farm, [Parameter(Mandatory)] [pscustomobject]$Adfs)
    $servers = @(Get-MfaFarmServer -Farm $Farm)
    $nodes = @(@(Get-MfaFarmMember -Object $Adfs -Name 'primary') + @($Adfs.nodes) | Where-Object -FilterScript { $_ } | ForEach-Object -Process { ConvertTo-MfaRehearsalName -Name $_ })
    $entry = foreach ($node in $nodes) {
        $servers | Where-Object -FilterScript { (ConvertTo-MfaRehearsalName -Name $_.Entry.name) -eq $node }
    }
    $master = $servers | Where-Object -Property Role -In -Value 'master', 'primary'
    $from = @($entry) + @($master) | Select-Object -First 1
    Get-MfaSimulatedVersion -Planned ([pscustomobject]@{ Entry = if ($from) { $from.Entry }; Farm = $Farm })
}

# The hosts of the farm file that carry a server or an agent, each with its role.
function Get-MfaFarmServer {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Farm)
    foreach ($entry in @(Get-MfaFarmMember -Object $Farm -Name 'hosts')) {
        $product = Get-MfaFarmProduct -Entry $entry
        if ($null -ne $product) { [pscustomobject]@{ Entry = $entry; Role = $product.role } }
    }
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
