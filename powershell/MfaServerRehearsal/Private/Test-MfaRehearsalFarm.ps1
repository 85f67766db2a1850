# Whether every host and AD FS farm of the farm file is there: asked before each step, so it looks at names only. What the hosts
# share is written last.
function Test-MfaRehearsalFarm {
    [CmdletBinding()]
    [OutputType([bool])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Farm,
        [Parameter(Mandatory)] [string]$Destination
    )
    if (-not [System.IO.File]::Exists([System.IO.Path]::Combine($Destination, '.farm.json'))) { return $false }
    $number = 0
    $names = @(foreach ($entry in @(Get-MfaFarmMember -Object $Farm -Name 'hosts')) { [string]$entry.name })
    foreach ($adfs in @(Get-MfaFarmMember -Object $Farm -Name 'adfsFarms') | Where-Object -FilterScript { $_ }) {
        $number++
        if (-not [System.IO.File]::Exists([System.IO.Path]::Combine($Destination, '.adfs', "$number.json"))) { return $false }
        $names += @($adfs.nodes)
    }
    foreach ($name in $names) {
        if (-not [System.IO.Directory]::Exists([System.IO.Path]::Combine($Destination, (ConvertTo-MfaRehearsalName -Name $name)))) { return $false }
    }
    $true
}
