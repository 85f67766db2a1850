# Where backups of a host lie when nobody chose a place.
function Get-MfaDefaultDestination {
    [CmdletBinding()]
    [OutputType([string])]
    param()
    Join-Path -Path $env:ProgramData -ChildPath 'MFA Server Upgrade'
}
