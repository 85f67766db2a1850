# The names by which this computer knows itself. Outside a domain it knows no suffix.
function Get-MfaComputerIdentity {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param()
    $computer = Get-ComputerInfo -Property 'CsDNSHostName', 'CsDomain', 'CsPartOfDomain'
    $names = @($env:COMPUTERNAME, $computer.CsDNSHostName)
    if ($computer.CsPartOfDomain) { $names += '{0}.{1}' -f $computer.CsDNSHostName, $computer.CsDomain }
    [pscustomobject]@{
        Names      = @($names | Where-Object -FilterScript { $_ } | Sort-Object -Unique)
        IsInDomain = [bool]$computer.CsPartOfDomain
    }
}
