# A member of an object that came from JSON, or nothing.
function Get-MfaFarmMember {
    [CmdletBinding()]
    [OutputType([object])]
    param(
        [AllowNull()] [object]$Object,
        [Parameter(Mandatory)] [string]$Name
    )
    if ($null -eq $Object) { return }
    $member = $Object.PSObject.Properties[$Name]
    if ($null -ne $member) { $member.Value }
}

# The server or the agent that a host of the farm file carries, or nothing.
function Get-MfaFarmProduct {
    [CmdletBinding()]
    [OutputType([object])]
    param([AllowNull()] [object]$Entry)
    'mfaServer', 'phoneFactorAgent' | ForEach-Object -Process { Get-MfaFarmMember -Object $Entry -Name $_ } | Select-Object -First 1
}
