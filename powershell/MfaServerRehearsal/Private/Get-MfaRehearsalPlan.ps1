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

# The farm with a Web Service SDK on its first server where it lists none: portals and mobile apps of such a farm ask one all
# the same.
function Add-MfaUnlistedSdk {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Farm)
    $hosts = @(Get-MfaFarmMember -Object $Farm -Name 'hosts')
    if ($hosts | Where-Object -FilterScript { $null -ne (Get-MfaFarmMember -Object $_ -Name 'webServiceSdk') }) { return $Farm }
    # documented: WHFB, only the primary needs the SDK
    $copy = ConvertTo-Json -InputObject $Farm -Depth 32 -Compress | ConvertFrom-Json
    $servers = @(Get-MfaFarmMember -Object $copy -Name 'hosts') | Where-Object -FilterScript { $null -ne (Get-MfaFarmMember -Object $_ -Name 'mfaServer') -or $null -ne (Get-MfaFarmMember -Object $_ -Name 'phoneFactorAgent') }
    $servers | Select-Object -First 1 | ForEach-Object -Process { $_ | Add-Member -NotePropertyName 'webServiceSdk' -NotePropertyValue ([pscustomobject]@{ virtualDirectory = (Get-MfaSimulatedWebComponent -Component 'webServiceSdk').Directory }) }
    $copy
}
