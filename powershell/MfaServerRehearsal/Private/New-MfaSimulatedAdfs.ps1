# The configuration database of each AD FS farm, as the evening begins: the adapter is registered and on, every node has loaded
# it and is in traffic.
function New-MfaSimulatedAdfs {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Farm,
        [Parameter(Mandatory)] [string]$Destination
    )
    $number = 0
    foreach ($adfs in @(Get-MfaFarmMember -Object $Farm -Name 'adfsFarms') | Where-Object -FilterScript { $_ }) {
        $number++
        $path = Join-Path -Path $Destination -ChildPath "$number.json"
        if ([System.IO.File]::Exists($path)) { continue }
        [void][System.IO.Directory]::CreateDirectory($Destination)
        Write-MfaSimulatedJson -LiteralPath $path -Value (Get-MfaSimulatedAdfsFarm -Farm $Farm -Adfs $adfs -Number $number)
    }
}

function Get-MfaSimulatedAdfsFarm {
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param([pscustomobject]$Farm, [pscustomobject]$Adfs, [int]$Number)
    $version = Get-MfaSimulatedAdapterVersion -Farm $Farm -Adfs $Adfs
    $store = Get-MfaFarmMember -Object $Adfs -Name 'configurationDatabase'
    $primary = Get-MfaFarmMember -Object $Adfs -Name 'primary'
    $hosts = @($Adfs.nodes | ForEach-Object -Process { ConvertTo-MfaRehearsalName -Name $_ })
    $name = Get-MfaFarmMember -Object $Adfs -Name 'registeredProvider'
    $database = Get-MfaSimulatedDatabase -Farm $Farm -Version $version -Provider $(if ($name) { $name } else { Get-MfaSimulatedProviderName -Version $version })
    $names = { param($member) @(Get-MfaFarmMember -Object $Adfs -Name $member | Where-Object -FilterScript { $_ }) }
    # A farm that others stand in for may be changed in batches all the same: then it has an outage of its own (order 6).
    $batch = @(& $names 'firstBatch')
    [ordered]@{
        number = $Number; name = $Adfs.name; store = if ($store) { $store } else { 'wid' }
        primary = if ($primary) { ConvertTo-MfaRehearsalName -Name $primary } else { $hosts[0] }
        interchangeableWith = @(& $names 'interchangeableWith'); proxies = @(& $names 'proxies'); database = $database
        divided = $batch.Count -gt 0 -and $batch.Count -lt $hosts.Count
        nodes = @($hosts | ForEach-Object -Process { New-MfaSimulatedAdfsNode -HostName $_ -Database $database })
        signIns = @()
        begun = $database.providers[0]
    }
}

function New-MfaSimulatedAdfsNode {
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param([string]$HostName, [System.Collections.Specialized.OrderedDictionary]$Database)
    $adapter = $Database.providers | Where-Object -FilterScript { $_.isCustom } | Select-Object -First 1
    $now = [datetime]::UtcNow.ToString('o', [cultureinfo]::InvariantCulture)
    [ordered]@{
        host = $HostName; inTraffic = $true; takenBack = $false; loaded = @([ordered]@{ name = $adapter.name; version = $adapter.version }); startedAt = $now
        # documented: WID, five minutes
        pollSeconds = 300; syncedMinute = 0; copy = $Database
        events = @([ordered]@{ id = 100; record = 1; time = $now; message = 'The Federation Service started.' })
    }
}

# What stands in the database: the adapter, the two providers of Windows for the cloud, the policy and no rules.
function Get-MfaSimulatedDatabase {
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param([pscustomobject]$Farm, [string]$Version, [string]$Provider)
    $sdk = Get-MfaSimulatedWebValue -Planned ([pscustomobject]@{ Entry = $null; Farm = $Farm })
    $url = if ($sdk.ContainsKey('sdk')) { $sdk['sdk'] } else { '' }
    # documented: ADFS, a password of the adapter has no &
    $account = [pscustomobject]@{ User = (Get-MfaSimulatedSdkAccount).User; Password = 'FIXTURE_no_secret1' }
    $configuration = Get-MfaSimulatedAdapterConfig -Version $Version -SdkUrl $url -Account $account
    # documented: ADFSMFA, AD FS of 2016 and later brings these two
    $windows = 'AzurePrimaryAuthentication', 'AzureMfaAuthentication' | ForEach-Object -Process { [ordered]@{ name = $_; typeName = ''; version = ''; configuration = ''; isCustom = $false } }
    [ordered]@{
        providers = @([ordered]@{ name = $Provider; typeName = Get-MfaSimulatedTypeName -Version $Version; version = $Version; configuration = $configuration; isCustom = $true }) + @($windows)
        policy    = [ordered]@{ additional = @($Provider); primaryIntranet = @('WindowsAuthentication'); primaryExtranet = @('FormsAuthentication') }
        rules     = [ordered]@{ global = ''; relyingParties = @(); webApis = @() }
    }
}
