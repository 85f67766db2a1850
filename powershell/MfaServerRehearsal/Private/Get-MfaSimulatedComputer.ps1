# What a simulated host says of itself. A name of one label belongs to a host outside a domain.
function Get-MfaSimulatedComputer {
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param([Parameter(Mandatory)] [string]$Name, [int]$Bitness = 64)
    $label, $domain = $Name.Split([char[]]'.', 2)
    [ordered]@{ dnsHostName = $label; domain = if ($domain) { $domain } else { 'WORKGROUP' }; partOfDomain = [bool]$domain; bitness = $Bitness; lastBootTime = '2026-01-01T00:00:00Z'; restartPending = $false }
}
