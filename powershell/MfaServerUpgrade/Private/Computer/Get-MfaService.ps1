# A service by its exact name, or nothing. An error is "could not find out", never "not there".
function Get-MfaService {
    [CmdletBinding()]
    [OutputType([object])]
    param([Parameter(Mandatory)] [string]$Name)
    try {
        Get-Service -Name $Name -ErrorAction Stop
    }
    catch {
        if ($_.FullyQualifiedErrorId -notlike 'NoServiceFoundForGivenName,*') { throw }
    }
}
