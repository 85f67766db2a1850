# Whether a host name of the farm means this computer: without case, without a trailing dot.
function Test-MfaComputerName {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [string]$ComputerName)
    $asked = $ComputerName.TrimEnd('.')
    $own = Get-MfaComputerIdentity
    if ($own.Names -contains $asked) { return $true }
    # A host in a workgroup cannot tell its suffix, so only its own label is compared there.
    (-not $own.IsInDomain) -and ($own.Names -contains $asked.Split('.')[0])
}
