# Whether Windows has files to move at its next start (PENDMOVES): an installer before has not come to its end.
function Test-MfaRestartPending {
    [CmdletBinding()]
    [OutputType([bool])]
    param()
    $moves = Get-MfaRegistryValue -Key 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager' -Name 'PendingFileRenameOperations'
    @($moves | Where-Object -FilterScript { $_ }).Count -gt 0
}
