# The simulated clock: minutes since the evening began. While they pass people sign in, and the nodes of AD FS sync: the clock
# stops at each of their polls, because people meet something else from there on.
function Add-MfaSimulatedMinute {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [double]$Minute)
    for ($left = $Minute; $left -gt 0; $left -= $part) {
        $part = [Math]::Min($left, (Get-MfaSimulatedNextSync))
        Add-MfaSimulatedSignIn -Minute $part
        $farm = Read-MfaStandInFarm
        $farm.minutes = [Math]::Round($farm.minutes + $part, 3)
        Write-MfaStandInFarm -Farm $farm
        Sync-MfaSimulatedAdfs
    }
}
