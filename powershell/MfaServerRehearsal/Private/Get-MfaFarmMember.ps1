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
