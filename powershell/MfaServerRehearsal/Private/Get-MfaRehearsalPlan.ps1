# The hosts to simulate: those of the farm file and every AD FS node, each with what it carries.
function Get-MfaRehearsalPlan {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Farm)
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
